"""The figures of a state of the filters, counted anew from the facts of a release.

Nothing here reads how the product counts: the tables are made of `marts.fct_*` and
`dim_*` and of the plans and norms of the standard, in the SQL of the themes beside
this module, which was written from docs/indicators.md and docs/readings.md.
"""

from typing import Any

import duckdb

from tests.recompute import (
    bailiff,
    conferences,
    evictions,
    follow_up,
    plan,
    reach,
    recidivism,
    results,
    services,
    signals,
    time_limits,
)
from tests.recompute.counted import Counted
from tests.recompute.figure import Figure

THEMES = (
    signals,
    reach,
    results,
    time_limits,
    bailiff,
    evictions,
    follow_up,
    recidivism,
    services,
    conferences,
    plan,
)
"""In an order in which the tables of a theme read those before it."""

Days = tuple[Any, Any] | None


def _figures() -> dict[str, dict[str, Figure]]:
    found: dict[str, dict[str, Figure]] = {}
    for theme in THEMES:
        for table, figures in theme.FIGURES.items():
            found.setdefault(table, {}).update(figures)
    return found


FIGURES = _figures()
NAMES = {name for figures in FIGURES.values() for name in figures}


class Facts:
    """The facts of a release, counted within conditions on columns and days."""

    def __init__(self, file: str) -> None:
        self.connection = duckdb.connect(file, read_only=True, config={"threads": 1})
        for theme in THEMES:
            for table, sql in getattr(theme, "TABLES", {}).items():
                self.connection.execute(f"create temp table {table} as {sql}")
        found = self.connection.execute("select pilot, district from marts.dim_pilot")
        self.districts = {pilot: area for pilot, area in found.fetchall() if area}

    def count(self, where: dict[str, str], days: Days) -> dict[str, Counted]:
        """Return every figure of a state by indicator, but what it does not ask."""
        found: dict[str, Counted] = {}
        for table, figures in FIGURES.items():
            asked: dict[str, str] | None = where
            if table == "evictions":
                asked = evictions.area(where, self.districts)
            if asked is not None:
                row = self._row(table, figures, asked, days)
                for place, name in enumerate(figures):
                    found[name] = Counted(*row[4 * place : 4 * place + 4])
        return found

    def _row(
        self, table: str, figures: dict[str, Figure], where: dict[str, str], days: Days
    ) -> tuple:
        tests = [f"{column} = ${column}" for column in where]
        if days:
            tests.append("day between first_day and last_day")
        columns = ", ".join(figure.columns for figure in figures.values())
        first, last = days or (None, None)
        found = self.connection.execute(
            "with asked as (select $first::date as first_day, $last::date as last_day)"
            f" select {columns} from {table}, asked"
            f" where {' and '.join(tests) or 'true'}",
            where | {"first": first, "last": last},
        ).fetchone()
        assert found
        return found
