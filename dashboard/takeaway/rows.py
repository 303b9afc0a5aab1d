"""The rows of a page: tables behind charts, tables in sight, grids and maps."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.takeaway import reading
from dashboard.takeaway.files.document import Cell, Table

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def behind_chart(component: Component, name: str, title: str) -> Table | None:
    """Return the table that is folded below a chart."""
    found = reading.first(component, dmc.Table)
    if found is None:
        return None
    data = found.data
    return Table(name, title, list(data["head"]), [list(row) for row in data["body"]])


def of_grid(grid: dag.AgGrid, title: str) -> Table:
    """Return all rows of a grid, whatever its filters in the browser."""
    columns = grid.columnDefs
    name = grid.id if isinstance(grid.id, str) else "grid"
    return Table(
        name.removeprefix("grid-"),
        title,
        [column["headerName"] for column in columns],
        [[_field(row, column) for column in columns] for row in grid.rowData or []],
    )


def _field(row: Mapping[str, Any], column: Mapping[str, Any]) -> Cell:
    value: Cell = row.get(column["field"])
    if column.get("cellRenderer") == "markdown" and isinstance(value, str):
        return _LINK.sub(r"\1", value)
    return value


def of_table(table: html.Table, name: str, title: str) -> Table:
    """Return a table in sight; the heading of a group of rows is a row too."""
    rows = [part for part in reading.walk(table) if isinstance(part, html.Tr)]
    heads = _heads(table)
    body = [row for row in rows if row not in heads]
    head = [reading.words(one) for row in heads[:1] for one in _cells(row)]
    read = [[reading.cell(one) for one in _cells(row)] for row in body]
    width = max([len(head), *map(len, read)], default=0)
    return Table(
        name,
        title,
        [*head, *[""] * (width - len(head))],
        [[*row, *[None] * (width - len(row))] for row in read],
    )


def _heads(table: html.Table) -> list[Component]:
    head = reading.first(table, html.Thead)
    return [part for part in reading.walk(head) if isinstance(part, html.Tr)]


def _cells(row: Component) -> Iterator[Component]:
    for part in reading.walk(row):
        if isinstance(part, (html.Th, html.Td)):
            yield part
