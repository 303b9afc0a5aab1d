"""The empty workbook in the standard's own format."""

from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from warehouse.standard.fields import Entity, Field, Standard
from warehouse.standard.validation import cell_rule, list_name
from warehouse.standard.wording import (
    choices_of,
    example_of,
    form_of,
    say,
    when_of,
)

LAST_ROW = 5000
"""The last row that has lists and rules; rows below it are read all the same."""

NARROWEST, WIDEST = 12, 34
COMMENT_WIDTH = 320
DARK, LIGHT = "#1d3557", "#dbe7f3"
CREATED = datetime(2007, 1, 1)

NUMBER_FORMATS = {
    "date": "dd-mm-yyyy",
    "month": "mmm yyyy",
    "amount": "#,##0.00",
    "decimal": "0.##",
    "integer": "0",
}
AS_TEXT = "@"


def write_template(standard: Standard, path: Path, language: str) -> None:
    """Write the workbook in `language` (`nl` or `en`) to `path`."""
    with xlsxwriter.Workbook(str(path)) as book:
        # The same standard gives the same bytes.
        book.set_properties({"created": CREATED})
        writer = _Writer(book, standard, language)
        writer.write_instructions()
        for entity in standard.entities:
            writer.write_entity(entity)
        writer.write_explanations()
        writer.write_lists()


class _Writer:
    """Writes the sheets of one workbook, with the formats that they share."""

    def __init__(
        self, book: xlsxwriter.Workbook, standard: Standard, language: str
    ) -> None:
        self.book = book
        self.standard = standard
        self.language = language
        heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.heading = book.add_format({**heading, "bg_color": LIGHT})
        self.required = book.add_format(
            {**heading, "bg_color": DARK, "font_color": "#ffffff"}
        )
        self.columns = {
            name: book.add_format({"num_format": number_format})
            for name, number_format in NUMBER_FORMATS.items()
        }
        self.as_text = book.add_format({"num_format": AS_TEXT})

    def write_instructions(self) -> None:
        """The first sheet: what to do."""
        sheet = self._add_sheet(self._say("template.instructions"))
        sheet.set_column(0, 0, 110, self.wrapped)
        newest = self.standard.changes[0]
        sheet.write_string(0, 0, self._say("title"), self.title)
        sheet.write_string(
            1, 0, self._say("version", version=newest.version, day=newest.released_on)
        )
        for row, line in enumerate(self._say("template.steps").splitlines(), 3):
            sheet.write_string(row, 0, line, self.wrapped)

    def write_entity(self, entity: Entity) -> None:
        """A sheet to fill in."""
        sheet = self._add_sheet(entity.label.text(self.language))
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_row(0, 32)
        for column, field in enumerate(entity.asked):
            self._write_column(sheet, column, field)

    def _write_column(self, sheet: Worksheet, column: int, field: Field) -> None:
        label = field.label.text(self.language)
        width = min(max(len(label) + 2, NARROWEST), WIDEST)
        sheet.set_column(column, column, width, self._column_format(field))
        heading = self.required if field.is_always_required else self.heading
        sheet.write_string(0, column, label, heading)
        sheet.write_comment(
            0, column, self._comment(field), {"width": COMMENT_WIDTH, "author": ""}
        )
        rule = cell_rule(field, self.standard, self.language)
        if rule:
            sheet.data_validation(1, column, LAST_ROW, column, rule)

    def write_explanations(self) -> None:
        """Every column with its meaning and an example; intake does not read it."""
        sheet = self._add_sheet(self._say("template.explanations"))
        sheet.freeze_panes(1, 0)
        names = ("sheet", "column", "explanation", "form", "when", "example")
        for column, name in enumerate(names):
            sheet.write_string(0, column, self._say(name), self.heading)
        sheet.set_column(0, 1, 28, self.wrapped)
        sheet.set_column(2, 2, 70, self.wrapped)
        sheet.set_column(3, 5, 30, self.wrapped)
        asked = [
            (entity, field)
            for entity in self.standard.entities
            for field in entity.asked
        ]
        for row, (entity, field) in enumerate(asked, 1):
            cells = (
                entity.label.text(self.language),
                field.label.text(self.language),
                field.definition.text(self.language),
                form_of(field, self.language),
                when_of(field, self.language),
                example_of(field, self.standard, self.language),
            )
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, self.wrapped)

    def write_lists(self) -> None:
        """The words of the drop-down lists; hidden, so that it is not printed."""
        sheet = self._add_sheet(self._say("template.lists"))
        sheet.hide()
        column = 0
        written: set[str] = set()
        for field in (one for entity in self.standard.entities for one in entity.asked):
            choices = choices_of(field, self.standard, self.language)
            name = list_name(field)
            if not choices or name in written:
                continue
            written.add(name)
            sheet.write_column(0, column, [name, *choices])
            first = xlsxwriter.utility.xl_rowcol_to_cell(
                1, column, row_abs=True, col_abs=True
            )
            last = xlsxwriter.utility.xl_rowcol_to_cell(
                len(choices), column, row_abs=True, col_abs=True
            )
            self.book.define_name(name, f"='{sheet.get_name()}'!{first}:{last}")
            column += 1

    def _comment(self, field: Field) -> str:
        lines = [
            field.definition.text(self.language),
            f"{self._say('form')}: {form_of(field, self.language)}",
            f"{self._say('when')}: {when_of(field, self.language)}",
        ]
        example = example_of(field, self.standard, self.language)
        if example:
            lines.append(f"{self._say('example')}: {example}")
        return "\n".join(lines)

    def _column_format(self, field: Field) -> CellFormat:
        return self.columns.get(field.type, self.as_text)

    def _add_sheet(self, name: str) -> Worksheet:
        return self.book.add_worksheet(name)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)
