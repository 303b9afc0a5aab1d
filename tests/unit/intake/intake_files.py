"""Small delivery files for the tests of intake, and their landed values."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from warehouse.intake import ReadDelivery

BAILIFF_HEADER = ["contractnr", "corporatie", "dossier_dw", "stap", "datum", "bedrag"]
BAILIFF_ROW = ["C-1001", "Ymere", "D7", "SOM", "13/03/07", "839,-"]

TALLY_HEADER = ["Nr", "Huurdernummer", "Sekse", "Huurschuld", "1e aanbelactie", "Thuis"]
TALLY_ROW = ["1", "H-77", "v", "€ 1.234,56", "13-03-2007", "x"]


def csv_bytes(rows: Sequence[Sequence[str]], separator=";", encoding="utf-8") -> bytes:
    """Rows as a text file without quoting."""
    return "".join(separator.join(row) + "\n" for row in rows).encode(encoding)


def workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()
) -> bytes:
    """Sheets of rows as an .xlsx workbook; dates and numbers stay typed."""
    stream = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "dd-mm-yyyy"}
    with xlsxwriter.Workbook(stream, options) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name in hidden:
                sheet.hide()
    return stream.getvalue()


def landed(delivery: ReadDelivery) -> list[dict[str, object]]:
    """The landing rows without their empty columns."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in delivery.table.to_pylist()
    ]


def values(delivery: ReadDelivery, column: str) -> list[object]:
    """One landing column."""
    return delivery.table.column(column).to_pylist()


def note_keys(delivery: ReadDelivery) -> list[str]:
    """The catalogue keys of the delivery's notes."""
    return [note.key for note in delivery.notes]
