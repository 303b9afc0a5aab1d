"""Cells for spreadsheets: a number with its parts gets a column for each."""

from collections.abc import Sequence

from warehouse.messages import message
from warehouse.takeaway.document import Cell, Table
from warehouse.takeaway.written import Written


def spread(table: Table, language: str) -> tuple[list[str], list[list[Cell]]]:
    """Return head and rows in which `65% (49 of 75)` fills three columns.

    The first keeps the text where there is no number, such as a hidden one.
    """
    columns = [
        _column(head, [_at(row, place) for row in table.rows], language)
        for place, head in enumerate(table.head)
    ]
    heads = [head for column in columns for head, _cells in column]
    cells = [cells for column in columns for _head, cells in column]
    return heads, [list(row) for row in zip(*cells, strict=True)]


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else None


def _column(
    head: str, cells: Sequence[Cell], language: str
) -> list[tuple[str, list[Cell]]]:
    found: list[tuple[str, list[Cell]]] = [(head, list(cells))]
    if any(isinstance(one, Written) and one.whole is not None for one in cells):
        for part, key in (("part", "takeaway.part"), ("whole", "takeaway.whole")):
            name = message(key, name=head).text(language)
            found.append((name, [getattr(one, part, None) for one in cells]))
    return found
