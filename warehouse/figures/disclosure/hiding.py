"""Writes into a release which prepared figures are hidden from most readers."""

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection

from warehouse.figures.disclosure.cells import Cells, make_cells
from warehouse.figures.disclosure.figures import Figures, read_figures
from warehouse.figures.disclosure.lattice import Flags
from warehouse.figures.disclosure.protection import protect
from warehouse.figures.disclosure.variables import Variables, find_variables


def hide_small_numbers(connection: DuckDBPyConnection, threshold: int) -> int:
    """Fill `marts.indicator_hidden`: one row per hidden state and line; their number.

    Counts of 1 to `threshold` - 1 are hidden, and whatever would betray one. A
    release without the table cannot be read by who may not see small numbers.
    """
    figures = read_figures(connection)
    variables = find_variables(figures)
    cells = make_cells(figures.states, variables.columns, variables.sums)
    hidden = protect(cells.lattice, threshold)
    connection.execute(
        "create or replace table marts.indicator_threshold as"
        " select cast(? as integer) as small_number",
        [threshold],
    )
    return _write(connection, figures, _of_lines(figures, variables, cells, hidden))


def _of_lines(
    figures: Figures, variables: Variables, cells: Cells, hidden: Flags
) -> Flags:
    """Which lines are hidden in which states: those that tell a hidden count."""
    # The last entry stands for what is zero, hence has no cell.
    in_states = np.append(hidden, False)[cells.of_states]
    lines = np.zeros(figures.exists.shape, bool)
    for place, told in variables.of_lines.items():
        lines[:, place] = in_states[:, sorted(told)].any(axis=1)
    return lines & figures.exists


def _write(connection: DuckDBPyConnection, figures: Figures, hidden: Flags) -> int:
    rows, columns = np.nonzero(hidden)
    line_ids = np.array([line.line_id for line in figures.lines], np.int64)
    connection.register(
        "found",
        pa.table(
            {
                "state_id": figures.states.state_id[rows].astype(np.int32),
                "line_id": line_ids[columns].astype(np.int32),
            }
        ),
    )
    try:
        connection.execute(
            "create or replace table marts.indicator_hidden as"
            " select state_id, line_id from found order by all"
        )
    finally:
        connection.unregister("found")
    return len(rows)
