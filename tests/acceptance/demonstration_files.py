"""Read the shipped demonstration files in plain Python, without product code."""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl

REPOSITORY = Path(__file__).parents[2]
DEMONSTRATION = REPOSITORY / "seeds" / "demonstration"
FILES = DEMONSTRATION / "deliveries"
MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun",
            "juli jul", "augustus aug", "september sep", "oktober okt",
            "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
Record = dict[str, object]


def text_records(name: str, separator: str, encoding: str = "utf-8") -> list[Record]:
    """Return the rows of a separated file by lower-case heading."""
    with (FILES / name).open(encoding=encoding, newline="") as file:
        rows = list(csv.reader(file, delimiter=separator))
    header = [heading.lower() for heading in rows[0]]
    return [dict(zip(header, row, strict=True)) for row in rows[1:]]


def transfer_forms() -> list[Record]:
    """Return pilot A's signals, the last version of each, trials left out."""
    records = text_records("overdracht-centrum-2007.csv", ";", "cp1252")
    last = {record["meldnummer"]: record for record in records}
    return [record for record in last.values() if record["naam"] != "TEST"]


def tally_sheets() -> Iterator[tuple[str, list[Record]]]:
    """Yield each sheet's title and its listed tenants, the last row of each."""
    book = openpyxl.load_workbook(FILES / "turflijst-transvaal-2007.xlsx")
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        if sheet.sheet_state != "visible" or len(rows) < 3:
            continue
        header = [_plain_heading(heading) for heading in rows[2]]
        listed: dict[str, Record] = {}
        for row in rows[3:]:
            record = dict(zip(header, row, strict=True))
            tenant = str(record["huurdernummer"] or "").strip().upper()
            if tenant.startswith("YM-"):
                listed[tenant] = record | {"huurdernummer": tenant}
        yield sheet.title, list(listed.values())


def tally_tenants() -> list[Record]:
    """Return the tenants of all the sheets of the tally list."""
    return [record for _, records in tally_sheets() for record in records]


def workbook_rows(name: str) -> list[tuple[object, ...]]:
    """Return the rows of a workbook's first sheet."""
    book = openpyxl.load_workbook(FILES / name)
    return list(book.worksheets[0].iter_rows(values_only=True))


def amount(cell: object) -> Decimal:
    """Return the euros that a typed or written cell means."""
    if isinstance(cell, int | float):
        return Decimal(str(cell))
    text = re.sub(r"[€\s]|,-$", "", str(cell))
    if "," in text or re.search(r"\.\d{3}$", text):
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text)


def day(cell: object) -> date | None:
    """Return the date that a typed or written cell means."""
    if isinstance(cell, datetime):
        return cell.date()
    text = str(cell or "")
    if re.fullmatch(r"\d{8}", text):
        return datetime.strptime(text, "%Y%m%d").date()
    if re.match(r"\d{4}-", text):
        return date.fromisoformat(text)
    parts = re.split(r"[-/ ]", text)
    if len(parts) != 3:
        return None
    month = int(parts[1]) if parts[1].isdigit() else MONTH_NUMBERS[parts[1]]
    year = int(parts[2]) if len(parts[2]) == 4 else 2000 + int(parts[2])
    return date(year, month, int(parts[0]))


def answer(cell: object) -> str:
    """Return ja, nee or onbekend for one of their spellings."""
    first = str(cell or "").lower()[:1]
    return {"j": "ja", "1": "ja", "n": "nee", "0": "nee"}.get(first, "onbekend")


def _plain_heading(heading: object) -> str:
    plain = str(heading).lower().replace("_", " ")
    return plain.removesuffix(" (€)")
