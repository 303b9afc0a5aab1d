"""Finding the header of a sheet and the format that it belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from seeds.formats import Column, Format, fold_header, fold_letters
from warehouse.intake.sheets import Row, Sheet

# A row with fewer known headings is a title or a record.
FEWEST_HEADINGS = 2


@dataclass(frozen=True)
class Header:
    """A row read as the header of `format`: where its columns stand."""

    format: Format
    row_number: int
    headings: tuple[str, ...] = field(repr=False)
    positions: Mapping[str, int]
    doubles: Mapping[str, tuple[str, ...]]
    titles: tuple[str, ...] = field(default=(), repr=False)

    @property
    def missing(self) -> tuple[Column, ...]:
        """The required columns that the row does not name."""
        return tuple(
            column
            for column in self.format.required
            if column.name not in self.positions
        )

    @property
    def is_complete(self) -> bool:
        """Whether every required column is there."""
        return not self.missing

    @property
    def extras(self) -> Mapping[int, str]:
        """The headings that the format does not know, by position."""
        known = set(self.positions.values())
        return {
            position: heading
            for position, heading in enumerate(self.headings)
            if heading and position not in known
        }


def find_header(sheet: Sheet, known: Iterable[Format]) -> list[Header]:
    """The best header that `sheet` has for each format, the best format first."""
    head = sheet.head()
    found = []
    for format_ in known:
        headers = [
            header
            for index, row in enumerate(head)
            if (header := match_row(row, format_, head[:index]))
        ]
        if headers:
            # max keeps the first of equals: the upper row.
            found.append(max(headers, key=_rank))
    return sorted(found, key=_rank, reverse=True)


def match_row(row: Row, format_: Format, above: Sequence[Row] = ()) -> Header | None:
    """`row` read as a header of `format_`, or None when it names too little."""
    standing: dict[str, list[int]] = {}
    for position, heading in enumerate(row.cells):
        column = column_of(heading, format_)
        if column:
            standing.setdefault(column.name, []).append(position)
    if len(standing) < FEWEST_HEADINGS:
        return None
    positions, doubles = _choose_positions(row.cells, standing, format_)
    return Header(
        format=format_,
        row_number=row.number,
        headings=tuple(row.cells),
        positions=positions,
        doubles=doubles,
        titles=tuple(cell for line in above for cell in line.cells if cell),
    )


def column_of(heading: str, format_: Format) -> Column | None:
    """The column that `heading` names; what stands in brackets counts first."""
    if not heading:
        return None
    by_spelling = format_.by_spelling
    return by_spelling.get(fold_letters(heading)) or by_spelling.get(
        fold_header(heading)
    )


def _choose_positions(
    headings: Sequence[str], standing: Mapping[str, list[int]], format_: Format
) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """One position a column: of several headings, the standard's own one wins."""
    positions: dict[str, int] = {}
    doubles: dict[str, tuple[str, ...]] = {}
    own = {column.name: fold_letters(column.header) for column in format_.columns}
    free = {column.name for column in format_.columns if column.kind == "free_text"}
    for name, places in standing.items():
        exact = [
            place for place in places if fold_letters(headings[place]) == own[name]
        ]
        best = exact if len(exact) == 1 else places
        positions[name] = best[0]
        if len(best) > 1 and name not in free:
            doubles[name] = tuple(headings[place] for place in best)
    return positions, doubles


def fit(header: Header) -> tuple[int, int]:
    """How well a header fits: columns named, and those in the standard's spelling."""
    own = {column.name: fold_letters(column.header) for column in header.format.columns}
    exact = sum(
        fold_letters(header.headings[position]) == own[name]
        for name, position in header.positions.items()
    )
    return len(header.positions), exact


def _rank(header: Header) -> tuple[bool, tuple[int, int]]:
    return header.is_complete, fit(header)
