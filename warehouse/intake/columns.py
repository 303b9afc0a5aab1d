"""The cells below a header as columns of texts, without what is no record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.intake.footers import Leftovers, find_leftovers
from warehouse.intake.headers import Header
from warehouse.intake.progress import tell_rows
from warehouse.intake.sheets import Row, Sheet
from warehouse.messages import refused

BATCH_ROWS = 20_000


@dataclass(frozen=True)
class Records:
    """The records of one sheet, column by column; absent cells are null."""

    sheet: str | None
    header: Header
    row_numbers: pa.Array
    cells: tuple[pa.Array, ...] = field(repr=False)
    leftovers: Leftovers
    overflowing_rows: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.row_numbers)

    def column(self, name: str) -> pa.Array | None:
        """The texts of a declared column, or None when it was not delivered."""
        position = self.header.positions.get(name)
        return None if position is None else self.cells[position]

    @property
    def has_untitled_cells(self) -> bool:
        """Whether a column without a heading holds something."""
        return bool(self.overflowing_rows) or any(
            column.null_count < len(column)
            for column, heading in zip(self.cells, self.header.headings, strict=True)
            if not heading
        )


def read_records(sheet: Sheet, header: Header, max_rows: int) -> Records:
    """The records below the header; RefusedError when there are too many."""
    width = len(header.headings)
    numbers: list[int] = []
    overflowing: list[int] = []
    pieces: list[list[pa.Array]] = [[] for _ in range(width)]
    rows = (row for row in sheet.rows() if row.number > header.row_number)
    for batch in _batches(row for row in rows if any(row.cells)):
        numbers.extend(row.number for row in batch)
        if len(numbers) > max_rows:
            raise refused("rows.too_many", limit=max_rows)
        overflowing.extend(row.number for row in batch if any(row.cells[width:]))
        for pile, cells in zip(pieces, _transposed(batch, width), strict=True):
            pile.append(_texts(cells))
        tell_rows(len(batch))
    columns = [_joined(pile) for pile in pieces]
    leftovers = find_leftovers(header, columns, numbers)
    keep = pa.array(~leftovers.mask)
    return Records(
        sheet=sheet.name,
        header=header,
        row_numbers=pa.array(np.array(numbers, dtype=np.int64)).filter(keep),
        cells=tuple(column.filter(keep) for column in columns),
        leftovers=leftovers,
        overflowing_rows=tuple(overflowing),
    )


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH_ROWS)):
        yield batch


def _transposed(batch: Sequence[Row], width: int) -> list[tuple[str, ...]]:
    padded = (
        row.cells
        if len(row.cells) == width
        else [*row.cells[:width], *[""] * (width - len(row.cells))]
        for row in batch
    )
    return list(zip(*padded, strict=True))


def _texts(cells: Sequence[str]) -> pa.Array:
    texts = pa.array(cells, pa.string())
    return pc.if_else(pc.equal(texts, ""), None, texts)


def _joined(pile: list[pa.Array]) -> pa.Array:
    return pa.concat_arrays(pile) if pile else pa.array([], pa.string())
