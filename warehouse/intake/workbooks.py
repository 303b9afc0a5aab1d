"""Reading .xlsx workbooks: every cell becomes the text that the standard writes."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from warehouse.intake.sheets import Row, Sheet
from warehouse.messages import refused

Cell = int | float | str | bool | time | date | datetime | timedelta

# Excel's day zero: a clock time that was typed as a date and a time.
FIRST_EXCEL_YEAR = 1900
THOUSAND_DOT_DECIMALS = 3


def workbook_sheets(content: bytes) -> list[Sheet]:
    """The worksheets of a workbook in their order; RefusedError when unreadable."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    except (CalamineError, OSError, ValueError) as error:
        raise refused("content.broken_workbook") from error
    # A sheet is read for its header and again for its records, but parsed once.
    opened = cache(partial(_open_sheet, workbook))
    return [
        Sheet(
            sheet.name,
            partial(_rows, opened, sheet.name),
            is_hidden=sheet.visible != SheetVisibleEnum.Visible,
        )
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def cell_text(value: Cell) -> str:
    """A cell as text: ISO dates, HH:MM, plain numbers with a decimal point."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return _number_text(value)
    return _moment_text(value)


def _number_text(value: float) -> str:
    if float(value).is_integer():
        return str(int(value))
    text = f"{value:.10f}".rstrip("0")
    # 12.345 would read as twelve thousand: a Dutch thousand dot.
    if len(text.partition(".")[2]) == THOUSAND_DOT_DECIMALS:
        text += "0"
    return text.rstrip(".")


def _moment_text(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, time) or value.year < FIRST_EXCEL_YEAR:
        return f"{value:%H:%M}"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"


def _rows(opened: Callable[[str], CalamineSheet], name: str) -> Iterator[Row]:
    for number, cells in enumerate(opened(name).iter_rows(), 1):
        yield Row(number, [cell_text(cell) for cell in cells])


def _open_sheet(workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return workbook.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        raise refused("content.broken_workbook") from error
