"""The releases of which figures are counted anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.recompute.comparing import Comparison, compare

Database = Callable[[str], Path]

RELEASES = [
    "demonstration",
    "region",
    pytest.param("city", marks=pytest.mark.nightly),
]
"""The exact pilots; a region with every kind of record, its districts mixed; a city."""

STATES = 150
"""So many states of each release."""


@pytest.fixture(scope="session")
def database(request) -> Database:
    """Give the file of a release by its name."""

    def find(name: str) -> Path:
        if name == "region":
            home = request.getfixturevalue("region_home")(11)[0]
        else:
            homes = {"demonstration": "demo_home", "city": "city_home"}
            home = request.getfixturevalue(homes[name])
        return (home / "warehouse.duckdb").resolve()

    return find


@pytest.fixture(scope="session")
def comparison(database) -> Callable[[str], Comparison]:
    """Give the comparison of all states of a release by its name, made once."""
    made: dict[str, Comparison] = {}

    def of(name: str) -> Comparison:
        if name not in made:
            made[name] = compare(database(name), STATES)
        return made[name]

    return of
