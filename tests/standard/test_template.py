"""The empty workbook: what Excel sees in it, and what the intake says of it."""

import openpyxl
import pytest
from typer.testing import CliRunner

from tests.standard.filled import RECORDS, fill_workbook
from warehouse.cli.commands import app
from warehouse.errors import RefusedError
from warehouse.intake import read_delivery
from warehouse.settings import Settings
from warehouse.standard.fields import load_standard
from warehouse.standard.template import write_template
from warehouse.standard.validation import list_name
from warehouse.standard.wording import choices_of

STANDARD = load_standard()
LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module", params=LANGUAGES)
def template(request, tmp_path_factory):
    """A language and the empty workbook in it."""
    path = tmp_path_factory.mktemp("template") / "empty.xlsx"
    write_template(STANDARD, path, request.param)
    return request.param, path


@pytest.fixture(scope="module")
def book(template):
    language, path = template
    return language, openpyxl.load_workbook(path)


@pytest.mark.parametrize("entity", STANDARD.entities, ids=lambda one: one.name)
def test_a_sheet_asks_for_every_field_with_a_comment(book, entity):
    language, workbook = book
    sheet = workbook[entity.label.text(language)]
    headings = {cell.value: cell for cell in sheet[1]}
    assert list(headings) == [field.label.text(language) for field in entity.asked]
    for field in entity.asked:
        comment = headings[field.label.text(language)].comment.text
        assert comment.startswith(field.definition.text(language))
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 1


@pytest.mark.parametrize("entity", STANDARD.entities, ids=lambda one: one.name)
def test_codes_have_lists_and_numbers_have_bounds(book, entity):
    language, workbook = book
    sheet = workbook[entity.label.text(language)]
    rules = {
        cells.min_col: rule
        for rule in sheet.data_validations.dataValidation
        for cells in rule.sqref.ranges
    }
    for place, field in enumerate(entity.asked, 1):
        rule = rules.get(place)
        choices = choices_of(field, STANDARD, language)
        if choices:
            assert rule.type == "list"
            assert words(workbook, rule.formula1) == choices
        elif field.type in ("date", "month", "amount", "decimal", "integer"):
            assert rule.type in ("date", "decimal", "whole")
            # A value outside the bounds is still data: Excel warns, never forbids.
            assert rule.errorStyle == "warning"
        else:
            assert rule is None


def words(workbook, name):
    """The cells behind a defined name."""
    sheet, cells = workbook.defined_names[name].attr_text.replace("'", "").split("!")
    return [row[0].value for row in workbook[sheet][cells.replace("$", "")]]


def test_the_lists_are_hidden_so_that_nobody_prints_them(book):
    language, workbook = book
    hidden = [sheet.title for sheet in workbook if sheet.sheet_state != "visible"]
    assert hidden == [{"nl": "Lijsten", "en": "Lists"}[language]]


def test_every_list_has_its_name(book):
    _, workbook = book
    asked = {
        list_name(field)
        for entity in STANDARD.entities
        for field in entity.asked
        if field.code_list or field.type == "yes_no"
    }
    assert set(workbook.defined_names) == asked


def test_an_empty_workbook_is_refused_because_nothing_is_in_it(template, tmp_path):
    _, path = template
    with pytest.raises(RefusedError, match="no record"):
        read_delivery(path, Settings(home=tmp_path, _env_file=None))


def test_the_instructions_and_examples_are_never_counted(tmp_path):
    path = fill_workbook(STANDARD, tmp_path / "filled.xlsx", "nl", "centrum")
    read = read_delivery(path, Settings(home=tmp_path, _env_file=None))
    assert read.records == sum(map(len, RECORDS.values()))
    sheets = {entity.label.nl for entity in STANDARD.entities}
    assert set(read.table.column("sheet").to_pylist()) == sheets
    entities = zip(
        read.table.column("sheet").to_pylist(),
        read.table.column("entity").to_pylist(),
        strict=True,
    )
    labels = {entity.label.nl: entity.name for entity in STANDARD.entities}
    assert all(labels[sheet] == entity for sheet, entity in entities)


@pytest.mark.parametrize("entity", STANDARD.entities, ids=lambda one: one.name)
def test_a_workbook_may_hold_one_sheet_only(entity, tmp_path):
    path = fill_workbook(STANDARD, tmp_path / "one.xlsx", "nl", "centrum")
    workbook = openpyxl.load_workbook(path)
    for other in STANDARD.entities:
        if other is not entity:
            del workbook[other.label.nl]
    # Whatever somebody calls the sheet.
    workbook[entity.label.nl].title = "Blad van mij"
    workbook.save(path)
    read = read_delivery(path, Settings(home=tmp_path, _env_file=None))
    assert read.format.name == "standaard"
    assert set(read.table.column("entity").to_pylist()) == {entity.name}
    assert read.records == len(RECORDS[entity.name])


@pytest.mark.parametrize("entity", STANDARD.entities, ids=lambda one: one.name)
def test_a_required_column_that_is_missing_is_named(entity, tmp_path):
    path = fill_workbook(STANDARD, tmp_path / "lacking.xlsx", "nl", "centrum")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[entity.label.nl]
    required = [field.label.nl for field in entity.asked if field.is_always_required]
    place = [cell.value for cell in sheet[1]].index(required[-1]) + 1
    sheet.delete_cols(place)
    workbook.save(path)
    with pytest.raises(RefusedError) as refusal:
        read_delivery(path, Settings(home=tmp_path, _env_file=None))
    assert f"'{required[-1]}'" in refusal.value.message_nl
    assert entity.label.nl in refusal.value.message_nl


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_the_same_bytes_twice(language, tmp_path):
    written = []
    for name in ("a.xlsx", "b.xlsx"):
        options = ["--language", language, "--output", str(tmp_path / name)]
        result = CliRunner().invoke(app, ["standard", "template", *options])
        assert result.exit_code == 0, result.output
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
