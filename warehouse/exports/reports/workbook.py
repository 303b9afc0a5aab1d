"""A delivery's report as a workbook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from warehouse.exports.reports.delivery import Cell, DeliveryReport, Section
from warehouse.exports.spreadsheets import looks_like_formula, open_workbook
from warehouse.messages import message

WIDEST = 60
LONGEST_SHEET_NAME = 31


@dataclass(frozen=True)
class _Looks:
    """The formats of a workbook's cells."""

    heading: Format
    plain: Format
    quoted: Format

    @classmethod
    def of(cls, workbook: xlsxwriter.Workbook) -> Self:
        wrapped = {"text_wrap": True, "valign": "top"}
        return cls(
            heading=workbook.add_format({"bold": True, "bottom": 1, **wrapped}),
            plain=workbook.add_format(wrapped),
            # A program that reads the cell again takes it for text, not a formula.
            quoted=workbook.add_format({**wrapped, "quote_prefix": True}),
        )

    def for_text(self, text: str) -> Format:
        return self.quoted if looks_like_formula(text) else self.plain


def write_workbook(report: DeliveryReport, file: Path) -> None:
    """Write one sheet per section, and the letter; nothing in it is a formula."""
    with open_workbook(file) as workbook:
        workbook.set_properties({"title": report.title})
        looks = _Looks.of(workbook)
        for section in report.sections:
            sheet = workbook.add_worksheet(section.title[:LONGEST_SHEET_NAME])
            _write_section(sheet, section, looks)
        title = message("sheet.letter").text(report.language)
        letter = workbook.add_worksheet(title[:LONGEST_SHEET_NAME])
        letter.set_column(0, 0, 100)
        for position, paragraph in enumerate((*report.letter, "", report.privacy)):
            letter.write_string(position, 0, paragraph, looks.for_text(paragraph))


def _write_section(sheet: Worksheet, section: Section, looks: _Looks) -> None:
    for column, title in enumerate(section.headings):
        sheet.write_string(0, column, title, looks.heading)
        texts = [title, *(str(row[column] or "") for row in section.rows)]
        sheet.set_column(column, column, min(WIDEST, max(map(len, texts)) + 2))
    for number, row in enumerate(section.rows, start=1):
        for column, value in enumerate(row):
            _write_cell(sheet, (number, column), value, looks)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if section.rows:
        sheet.autofilter(0, 0, len(section.rows), len(section.headings) - 1)


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], value: Cell, looks: _Looks
) -> None:
    if isinstance(value, int):
        sheet.write_number(*place, value, looks.plain)
    elif value is not None:
        sheet.write_string(*place, value, looks.for_text(value))
