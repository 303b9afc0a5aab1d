"""Writes prepared figures by hand, as `indicator_prepared` and its neighbours hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import duckdb

_TABLES = """
create table marts.indicator_states (state_id integer, dimension text, code text,
    district text, pilot text, period_type text, period_start date);
create table marts.indicator_lines (line_id integer, indicator_id text,
    category text, aggregate text);
create table marts.indicator_prepared (state_id integer, line_id integer,
    numerator double, denominator double, statistic double, unknown bigint);
create table marts.indicator_hidden (state_id integer, line_id integer);
create table marts.indicator_threshold as select 5 as small_number;
create macro marts.indicator_value(aggregate, numerator, denominator, statistic) as
    case when aggregate = 'share' then numerator / nullif(denominator, 0)
        else numerator end;
create macro wilson_part(p, n, side) as
    (p + 3.8414632 / (2 * n)
        + side * 1.959964 * sqrt(p * (1 - p) / n + 3.8414632 / (4 * n * n)))
    / (1 + 3.8414632 / n);
create macro wilson_lower(hits, trials) as
    greatest(wilson_part(hits / nullif(trials, 0), trials, -1), 0);
create macro wilson_upper(hits, trials) as
    least(wilson_part(hits / nullif(trials, 0), trials, 1), 1);
"""


@dataclass(frozen=True)
class Figure:
    """One figure: of what, where, when, and its counts; hidden when it is small."""

    indicator_id: str
    category: str | None
    district: str | None
    pilot: str | None
    period_type: str
    period_start: date | None
    numerator: float
    denominator: float | None = None
    unknown: int = 0
    group: tuple[str, str] = ("", "")
    is_hidden: bool = False


def write_figures(
    connection: duckdb.DuckDBPyConnection, figures: Iterable[Figure]
) -> None:
    """Write figures to the prepared tables, in the schema `marts`."""
    connection.execute(_TABLES)
    states: dict[tuple, int] = {}
    lines: dict[tuple, int] = {}
    for each in figures:
        place = (each.district, each.pilot, each.period_type, each.period_start)
        state = states.setdefault((*each.group, *place), len(states))
        aggregate = "count" if each.denominator is None else "share"
        name = (each.indicator_id, each.category, aggregate)
        line = lines.setdefault(name, len(lines))
        connection.execute(
            "insert into marts.indicator_prepared values (?, ?, ?, ?, null, ?)",
            [state, line, each.numerator, each.denominator, each.unknown],
        )
        if each.is_hidden:
            connection.execute(
                "insert into marts.indicator_hidden values (?, ?)", [state, line]
            )
    for table, known in (("states", states), ("lines", lines)):
        marks = ", ".join("?" * (len(next(iter(known))) + 1))
        connection.executemany(
            f"insert into marts.indicator_{table} values ({marks})",
            [[number, *key] for key, number in known.items()],
        )
