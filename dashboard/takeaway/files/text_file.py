"""A table as a text file that a spreadsheet program of the reader opens as it is."""

from dashboard.takeaway.files.document import Cell, Table
from dashboard.takeaway.files.workbook import spread
from dashboard.words.written import Written
from warehouse.exports.spreadsheets import csv_text

_DECIMALS = 6


class _Notation(float):
    """A number that is written with a decimal comma; no text, so never neutralised."""

    def __str__(self) -> str:
        return _plain(float(self)).replace(".", ",")

    __repr__ = __str__


def csv_bytes(table: Table, language: str) -> bytes:
    """Return a CSV file: `;` and a decimal comma in Dutch, `,` and a point otherwise.

    Shares are fractions, amounts are euros; nothing is rounded to what a page shows.
    """
    heads, rows = spread(table, language)
    is_dutch = language == "nl"
    plain = [[_value(cell, is_dutch=is_dutch) for cell in row] for row in rows]
    return csv_text(heads, plain, ";" if is_dutch else ",").encode()


def _value(cell: Cell, *, is_dutch: bool) -> object:
    number = cell.value if isinstance(cell, Written) else cell
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        return number
    if float(number).is_integer():
        return int(number)
    return _Notation(number) if is_dutch else float(_plain(number))


def _plain(number: float) -> str:
    return f"{number:.{_DECIMALS}f}".rstrip("0")
