"""A document as a workbook: a sheet about it, its figures, and a sheet per table."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.takeaway.files.about import facts
from dashboard.takeaway.files.document import Card, Cell, Document, Table
from dashboard.words.written import Written
from warehouse.exports.spreadsheets import open_workbook
from warehouse.messages import message

_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_WIDEST, _NARROWEST = 60, 10
_NUMBER_FORMATS = {"percent": "0.0%", "euro": "€ #,##0", "number": "#,##0.##"}


def workbook_bytes(document: Document, tables: Iterable[Table] | None = None) -> bytes:
    """Return an XLSX file of `tables`, or of all tables and figures of the document."""
    target = BytesIO()
    with open_workbook(target) as book:
        book.set_properties({"title": document.title, "subject": document.view})
        looks = _looks(book)
        _about(book, looks, document)
        if tables is None:
            _figures(book, looks, document)
        taken: set[str] = {sheet.get_name().lower() for sheet in book.worksheets()}
        for table in document.tables() if tables is None else tables:
            sheet = book.add_worksheet(_sheet_name(table.title, taken))
            heads, rows = spread(table, document.language)
            _fill(sheet, looks, table.title, heads, rows)
    return target.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    styles = {
        name: {"num_format": one, "align": "right"}
        for name, one in _NUMBER_FORMATS.items()
    }
    texts = {
        "title": {"bold": True, "font_size": 13},
        "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
        "text": {"text_wrap": True, "valign": "top"},
        "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    }
    return {name: book.add_format(one) for name, one in (styles | texts).items()}


def _about(book: Workbook, looks: dict[str, Format], document: Document) -> None:
    def say(key: str) -> str:
        return message(f"takeaway.{key}").text(document.language)

    sheet = book.add_worksheet(_sheet_name(say("about"), set()))
    sheet.set_column(0, 0, 34, looks["text"])
    sheet.set_column(1, 1, 100, looks["text"])
    row = 0
    for name, text in facts(document):
        sheet.write_string(row, 0, name, looks["head"])
        sheet.write_string(row, 1, text, looks["text"])
        row += 1
    if document.definitions:
        sheet.write_string(row + 1, 0, say("definitions"), looks["title"])
    for place, (label, meaning) in enumerate(document.definitions, row + 2):
        sheet.write_string(place, 0, label, looks["text"])
        sheet.write_string(place, 1, meaning, looks["text"])


def _figures(book: Workbook, looks: dict[str, Format], document: Document) -> None:
    """The numbers of the cards, which stand in no table."""
    cards = [block for block in document.blocks if isinstance(block, Card)]
    if not cards:
        return
    keys = ("figure", "value", "with_it")
    heads = [message(f"takeaway.{key}").text(document.language) for key in keys]
    rows: list[list[Cell]] = [
        [card.label, card.value, " · ".join(card.lines)] for card in cards
    ]
    name = message("takeaway.figures").text(document.language)
    _fill(book.add_worksheet(name), looks, name, heads, rows)


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel allows and no other sheet has."""
    plain = _NOT_IN_A_NAME.sub(" ", title).strip() or "-"
    name, number = plain[:_LONGEST_NAME].strip(), 1
    while name.lower() in taken:
        number += 1
        end = f" ({number})"
        name = plain[: _LONGEST_NAME - len(end)].strip() + end
    taken.add(name.lower())
    return name


def _fill(
    sheet: Worksheet,
    looks: dict[str, Format],
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
) -> None:
    sheet.write_string(0, 0, title, looks["title"])
    for column, head in enumerate(heads):
        sheet.write_string(2, column, head, looks["head"])
        texts = [head, *(str(row[column] or "") for row in rows)]
        width = max(map(len, texts)) + 2
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, width)))
    for place, row in enumerate(rows, 3):
        for column, cell in enumerate(row):
            _write(sheet, looks, place, column, cell)
    sheet.freeze_panes(3, 1)
    if rows:
        sheet.autofilter(2, 0, 2 + len(rows), len(heads) - 1)


def _write(
    sheet: Worksheet, looks: dict[str, Format], row: int, column: int, cell: Cell
) -> None:
    match cell:
        case None:
            return
        case Written():
            sheet.write_number(row, column, cell.value, looks[cell.style])
        case bool() | str():
            sheet.write_string(row, column, str(cell), looks["text"])
        case int() | float():
            sheet.write_number(row, column, cell, looks["number"])
        case datetime():
            sheet.write_string(row, column, f"{cell:%Y-%m-%d %H:%M}", looks["text"])
        case date():
            sheet.write_datetime(row, column, cell, looks["day"])


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
