"""The unit tests beside the intermediate models and the marts all pass."""

import json

import duckdb
import pytest

from tests.dbt.landing import create_landing
from warehouse.releases.dbt import DbtWorkplace, run_dbt

OURS = ["path:models/intermediate", "path:models/marts", "path:models/research"]


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> DbtWorkplace:
    """An empty file with every table, which unit tests read the types from."""
    folder = tmp_path_factory.mktemp("units")
    place = DbtWorkplace(folder / "empty.duckdb", folder)
    with duckdb.connect(str(place.database)) as connection:
        create_landing(connection)
    assert run_dbt("seed", place) == []
    assert run_dbt("run", place, ["--empty"]) == []
    return place


def test_every_unit_test_passes(place):
    selection = ["--select", *OURS, "--resource-type", "unit_test"]
    assert run_dbt("test", place, selection) == []
    results = place.folder / "target" / "run_results.json"
    assert len(json.loads(results.read_text(encoding="utf-8"))["results"]) >= 32
