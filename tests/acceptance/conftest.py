"""What the acceptance tests share: the indicators of the released demonstration."""

import importlib
import json

import pytest

from tests.acceptance.demonstration_files import DEMONSTRATION


@pytest.fixture(scope="session")
def invented(tmp_path_factory) -> dict[str, set[str]]:
    """Every invented identifier of the demonstration, by kind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DEMONSTRATION))
        maker = importlib.import_module("maker.deliveries")
    return maker.invented_identifiers(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def indicators(demo_home, run_eropaf):
    """Return the rows of the command ``eropaf indicators`` for a filter."""
    asked: dict[str, list[dict]] = {}

    def rows(where: str) -> list[dict]:
        if where not in asked:
            only = ["--where", where] if where else []
            result = run_eropaf(demo_home, "indicators", *only, "--json")
            assert result.returncode == 0, result.stderr
            asked[where] = json.loads(result.stdout)
        return asked[where]

    return rows
