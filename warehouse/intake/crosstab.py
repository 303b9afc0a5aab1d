"""Reading a crosstab: labels down, months across, the measures within a month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from seeds.formats import Column, Format, fold_letters
from warehouse.intake.headers import column_of
from warehouse.intake.months import find_month, years_in
from warehouse.intake.sheets import Row, Sheet, places
from warehouse.messages import refused

GROUP_ROWS = 4
FEWEST_MEASURES = 2
TOTAL = ("totaal", "total", "cumulatief", "gemiddeld", "som")


@dataclass(frozen=True)
class Group:
    """One column of a crosstab: a measure of a month whose year may be unknown."""

    position: int
    measure: str
    month: int
    year: int | None


@dataclass(frozen=True)
class Crosstab:
    """Where the labels, months and measures of one sheet stand."""

    format: Format
    sheet: Sheet
    header_row: int
    label_position: int
    groups: tuple[Group, ...]
    titles: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Roles:
    """What a crosstab's declared columns are for."""

    label: Column
    month: Column
    measures: tuple[Column, ...]


def find_crosstabs(sheets: Sequence[Sheet], known: Sequence[Format]) -> list[Crosstab]:
    """The sheets that are laid out as a crosstab, hidden ones only if all are."""
    found = [
        crosstab
        for format_ in known
        if format_.shape == "crosstab"
        for sheet in sheets
        if (crosstab := _find_crosstab(sheet, format_))
    ]
    if found and found[0].sheet.name is None:
        # A text was read with every separator; the right one shows most columns.
        return [max(found, key=lambda each: len(each.groups))]
    return [each for each in found if not each.sheet.is_hidden] or found


def roles(format_: Format) -> Roles:
    """The label, the month and the measures among a format's columns."""
    month = next(
        column for column in format_.columns if (column.field or "").endswith(".month")
    )
    measures = tuple(column for column in format_.columns if column.kind == "integer")
    label = next(
        column for column in format_.columns if column not in (month, *measures)
    )
    return Roles(label, month, measures)


def check_crosstab(crosstab: Crosstab) -> None:
    """RefusedError when a measure is missing or stands twice for one month."""
    where = places(crosstab.sheet.name)
    found = {group.measure for group in crosstab.groups}
    missing = [
        column
        for column in roles(crosstab.format).measures
        if column.required and column.name not in found
    ]
    if missing:
        raise refused(
            "crosstab.missing",
            columns=", ".join(f"'{column.header}'" for column in missing),
            row=crosstab.header_row,
            **where,
        )
    every = sorted(
        (group.measure, group.year or 0, group.month) for group in crosstab.groups
    )
    for one, next_one in pairwise(every):
        if one == next_one:
            raise refused(
                "crosstab.double", month=one[2], row=crosstab.header_row, **where
            )


def with_years(crosstab: Crosstab, period: date | None) -> Crosstab:
    """The crosstab with every year filled in.

    A month without a year follows the month before it; the first one takes the only
    year of the title or the sheet's name, else that of `period`.
    """
    texts = (*crosstab.titles, crosstab.sheet.name or "")
    titled = {year for text in texts for year in years_in(text)}
    year = titled.pop() if len(titled) == 1 else None
    if year is None and period is not None:
        year = period.year
    before = 0
    groups = []
    for group in crosstab.groups:
        if group.year is not None:
            year = group.year
        elif year is None:
            raise refused(
                "crosstab.no_year",
                row=crosstab.header_row,
                **places(crosstab.sheet.name),
            )
        elif group.month < before:
            year += 1
        before = group.month
        groups.append(Group(group.position, group.measure, group.month, year))
    return replace(crosstab, groups=tuple(groups))


def is_total(label: str) -> bool:
    """Whether a label announces a sum over other labels or months."""
    folded = fold_letters(label)
    return folded.startswith(TOTAL) or folded.endswith("totaal")


def _find_crosstab(sheet: Sheet, format_: Format) -> Crosstab | None:
    head = sheet.head()
    for index, row in enumerate(head):
        above = head[max(0, index - GROUP_ROWS) : index]
        groups = tuple(_groups(row, above, format_))
        if len(groups) >= FEWEST_MEASURES:
            return Crosstab(
                format=format_,
                sheet=sheet,
                header_row=row.number,
                label_position=_label_position([row, *reversed(above)], format_),
                groups=groups,
                titles=tuple(cell for line in above for cell in line.cells if cell),
            )
    return None


def _groups(row: Row, above: Sequence[Row], format_: Format) -> Iterator[Group]:
    """The columns of the row that name a measure and stand under a month."""
    names = {column.name for column in roles(format_).measures}
    measures: dict[int, str] = {}
    own: dict[int, tuple[int, int | None]] = {}
    for position, text in enumerate(row.cells):
        month = find_month(text)
        column = column_of(month.rest if month else text, format_)
        if column is not None and column.name in names and not is_total(text):
            measures[position] = column.name
            if month:
                own[position] = (month.number, month.year)
    if not measures:
        return
    headed = _months_above(above, min(measures), len(row.cells))
    years = _years_above(above, min(measures), len(row.cells))
    for position, measure in measures.items():
        number_and_year = own.get(position) or headed.get(position)
        if number_and_year:
            number, year = number_and_year
            yield Group(position, measure, number, year or years.get(position))


def _months_above(
    above: Sequence[Row], first: int, width: int
) -> dict[int, tuple[int, int | None]]:
    """The month over each position, from the nearest row that names months."""
    for row in reversed(above):
        found: dict[int, tuple[int, int | None]] = {}
        current: tuple[int, int | None] | None = None
        for position in range(first, width):
            text = row.cells[position] if position < len(row.cells) else ""
            if text:
                # A merged heading stands in the first of its cells only.
                month = None if is_total(text) else find_month(text)
                current = (month.number, month.year) if month else None
            if current:
                found[position] = current
        if found:
            return found
    return {}


def _years_above(above: Sequence[Row], first: int, width: int) -> dict[int, int]:
    """The year over each position, from a row of bare years."""
    for row in reversed(above):
        found: dict[int, int] = {}
        current: int | None = None
        for position in range(first, width):
            text = row.cells[position] if position < len(row.cells) else ""
            if text:
                years = years_in(text)
                is_bare = len(years) == 1 and find_month(text) is None
                current = years.pop() if is_bare else None
            if current:
                found[position] = current
        if found:
            return found
    return {}


def _label_position(rows: Sequence[Row], format_: Format) -> int:
    label = roles(format_).label
    for row in rows:
        for position, text in enumerate(row.cells):
            if column_of(text, format_) == label:
                return position
    return 0
