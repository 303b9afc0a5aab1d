"""Reads the prepared figures of a release as arrays: states by lines."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from duckdb import DuckDBPyConnection

Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

LEVELS = "(states.dimension = '' or states.period_type in ('total', 'year'))"
"""Which states are shown to everybody: a group by year, not by quarter or month."""

_STATES = f"""
select
    state_id,
    dimension || '/' || code as group_key,
    coalesce(district, '') as district,
    coalesce(pilot, '') as pilot,
    period_type,
    coalesce(cast(period_start as varchar), '') as period_start
from marts.indicator_states as states
where {LEVELS}
order by state_id
"""

_TEXTS = ("group_key", "district", "pilot", "period_type", "period_start")

_LINES = """
select line_id, indicator_id, coalesce(category, '') as category, aggregate
from marts.indicator_lines
order by line_id
"""

_FIGURES = f"""
select
    prepared.state_id,
    line_id,
    coalesce(numerator, 0) as numerator,
    coalesce(denominator, 0) as denominator,
    contributors
from marts.indicator_prepared as prepared
inner join marts.indicator_states as states using (state_id)
where {LEVELS}
"""


@dataclass(frozen=True)
class Line:
    """A line of figures: an indicator, or a category of it."""

    line_id: int
    indicator_id: str
    category: str
    aggregate: str


@dataclass(frozen=True)
class States:
    """The states of the filters, one entry each; texts as they are, empty for all."""

    state_id: Codes
    group_key: npt.NDArray[np.str_]
    district: npt.NDArray[np.str_]
    pilot: npt.NDArray[np.str_]
    period_type: npt.NDArray[np.str_]
    period_start: npt.NDArray[np.str_]


@dataclass(frozen=True)
class Figures:
    """The figures of a release, as arrays of states by lines."""

    states: States
    lines: list[Line]
    numerator: Numbers
    denominator: Numbers
    contributors: Numbers
    exists: npt.NDArray[np.bool_]


def read_figures(connection: DuckDBPyConnection) -> Figures:
    """Read the prepared figures that everybody may ask for."""
    columns = connection.execute(_STATES).fetchnumpy()
    texts = {name: np.asarray(columns[name], dtype=np.str_) for name in _TEXTS}
    states = States(columns["state_id"].astype(np.int64), **texts)
    lines = [Line(*row) for row in connection.execute(_LINES).fetchall()]
    found = connection.execute(_FIGURES).fetchnumpy()
    row = np.searchsorted(states.state_id, found["state_id"])
    line_ids = np.array([line.line_id for line in lines], np.int64)
    column = np.searchsorted(line_ids, found["line_id"])
    shape = (len(states.state_id), len(lines))

    def spread(values: npt.NDArray[np.float64]) -> Numbers:
        table = np.zeros(shape)
        table[row, column] = values
        return table

    return Figures(
        states,
        lines,
        spread(found["numerator"]),
        spread(found["denominator"]),
        spread(found["contributors"]),
        spread(np.ones(len(row))) > 0,
    )
