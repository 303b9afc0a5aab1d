"""A small database, as a gate finds it."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from expectations.catalogue.catalogue import load_catalogue
from tests.spec.checks.check_cases import Case
from tests.spec.checks.check_world import Fixture, build_world

RECONCILIATION = """
create table quality.reconciliation (
    reconciliation_id varchar, kind varchar, indicator_id varchar,
    district varchar, pilot varchar, is_equal boolean,
    message_nl varchar, message_en varchar
);
insert into quality.reconciliation values
    ('total-1', 'published', 'signals', 'noord', null, true, 'Gelijk.', 'Equal.'),
    ('total-2', 'published', 'signals', 'noord', null, false, 'Anders.', 'Other.'),
    ('total-3', 'published', 'signals', 'noord', null, null, 'Niets.', 'Nothing.');
"""


@pytest.fixture(scope="session")
def make_database(tmp_path_factory) -> Callable[..., Path]:
    """Make a database: ``make_database(noord=Case(rows), check="signals_...")``.

    Each case becomes a delivery, district and pilot of its name.
    """

    def make(check: str = "signals_arrears_negative", **cases: Case) -> Path:
        by_id = {one.check_id: one for one in load_catalogue()}
        path = tmp_path_factory.mktemp("release") / "release.duckdb"
        members = [
            Fixture(name, by_id[check], "clean", case) for name, case in cases.items()
        ]
        build_world(path, members, published=1)
        with duckdb.connect(str(path)) as connection:
            connection.execute(RECONCILIATION)
        return path

    return make


@pytest.fixture(scope="session")
def ask() -> Callable[..., list]:
    """Ask a database something in SQL."""

    def run(path: Path, query: str) -> list:
        with duckdb.connect(str(path)) as connection:
            return connection.execute(query).fetchall()

    return run
