"""The standard as data agrees with the formats, the models and the code lists."""

import csv
import re
from datetime import date

import pytest
import yaml

from seeds.formats import DBT_PROJECT, STANDARD_SEEDS, fold_header, formats
from tests.standard.spellings import mapping_key
from warehouse.privacy.personal_data import safe_code
from warehouse.standard.fields import load_standard

STANDARD = load_standard()
FIELDS = {
    (entity.name, field.name): field
    for entity in STANDARD.entities
    for field in entity.fields
}
OWN = formats()["standaard"]
LINEAGE = {
    *("record_id", "delivery_id", "sheet", "row_number", "format", "rejection"),
    *("unreadable_fields", "unmapped_fields", "delivered_columns"),
}
# An event is what the event list calls its rows; the model has it side by side.
NO_COLUMN = {("signals", "event")}
SEPARATORS = re.compile(r"[/,+;&]")


def fed():
    """The formats that feed each field."""
    feeding: dict[tuple[str, str], set[str]] = {}
    for name, declared in formats().items():
        for column in declared.columns:
            if column.field:
                entity, _, field = column.field.partition(".")
                feeding.setdefault((entity, field), set()).add(name)
    return feeding


def model_columns(entity):
    """The columns of the standardised model of an entity, without the lineage."""
    (path,) = DBT_PROJECT.glob(f"models/**/int_{entity}__standardised.yml")
    model = yaml.safe_load(path.read_text("utf-8"))["models"][0]
    return {column["name"] for column in model["columns"]} - LINEAGE


def test_every_field_that_a_format_feeds_is_in_the_standard():
    assert fed().keys() <= FIELDS.keys()


@pytest.mark.parametrize(("entity", "name"), list(FIELDS))
def test_every_field_is_fed_by_a_format_or_says_why_not(entity, name):
    field = FIELDS[entity, name]
    feeding = fed().get((entity, name), set())
    assert field.is_in_template == ("standaard" in feeding)
    assert bool(field.origin) == (not field.is_in_template)
    if field.source == "derived":
        assert not feeding
        assert field.origin
    else:
        assert field.source in feeding


@pytest.mark.parametrize("entity", STANDARD.entities, ids=lambda one: one.name)
def test_the_fields_are_the_columns_of_the_standardised_model(entity):
    ours = {
        field.name
        for field in entity.fields
        if (entity.name, field.name) not in NO_COLUMN
    }
    # District and pilot are lineage too, except where a record says them itself; when
    # something was last told follows from events, and is nobody's to fill in.
    columns = model_columns(entity.name)
    assert ours <= columns
    assert columns - ours <= {"district", "pilot", "last_told_date"}


@pytest.mark.parametrize(("entity", "name"), list(FIELDS))
def test_the_own_format_has_the_column_of_the_standard(entity, name):
    field = FIELDS[entity, name]
    column = OWN.column(f"{entity}__{name}")
    if not field.is_in_template:
        assert column is None
        return
    assert column
    assert column.header == field.label.nl
    assert fold_header(field.label.en) in column.spellings
    assert column.required == field.is_always_required
    assert (column.kind == "identifier") == field.is_identifying
    assert (column.code_list or "") == field.code_list
    kinds = {"month": "text", "key": "text"}
    if not field.is_identifying:
        assert column.kind == kinds.get(field.type, field.type)


@pytest.mark.parametrize(("entity", "name"), list(FIELDS))
def test_a_field_is_complete(entity, name):
    field = FIELDS[entity, name]
    assert all((field.label.nl, field.label.en, field.definition.nl))
    assert field.definition.en
    assert bool(field.required_when.nl) == bool(field.required_when.en)
    assert bool(field.required_when) or not field.required_condition
    assert bool(field.origin.nl) == bool(field.origin.en)
    if field.type in ("code", "codes"):
        known = {code.code for code in STANDARD.codes_of(field)}
        assert known
        assert set(filter(None, field.example.split(";"))) <= known
    else:
        assert not field.code_list
    for bound in filter(None, (field.lowest, field.highest)):
        assert date.fromisoformat(bound) if "-" in bound else float(bound) >= 0


@pytest.mark.parametrize("part", OWN.parts, ids=lambda part: part.entity)
def test_no_other_file_is_taken_for_a_workbook_of_the_standard(part):
    """A file in the words of another format never has all that a sheet requires."""
    for other in formats().values():
        rivals = [one for one in other.parts if one != part]
        for rival in rivals:
            assert not covers(rival.by_spelling, part), rival.name
            if rival.required:
                assert not covers(part.by_spelling, rival), rival.name


def covers(spellings, declared):
    """Whether somebody who knows these headings can name all required columns."""
    return all(
        any(spelling in spellings for spelling in column.spellings)
        for column in declared.required
    )


def test_a_word_of_the_standard_has_one_code():
    meant: dict[tuple[str, str], str] = {}
    for name, codes in STANDARD.code_lists.items():
        for code in codes:
            for text in (code.code, code.label.nl, code.label.en):
                key = name, mapping_key(name, text)
                assert meant.setdefault(key, code.code) == code.code, key


def test_no_written_mapping_contradicts_a_word_of_the_standard():
    words = {
        (name, mapping_key(name, text)): code.code
        for name, codes in STANDARD.code_lists.items()
        for code in codes
        for text in (code.code, code.label.nl, code.label.en)
    }
    with (STANDARD_SEEDS / "code_mappings.csv").open(encoding="utf-8") as file:
        general = [
            row
            for row in csv.DictReader(file)
            if not any(row[name] for name in ("format", "district", "valid_from"))
        ]
    assert general
    for row in general:
        key = row["code_list"], row["source_code"]
        assert words.get(key, row["code"]) == row["code"], key


def test_the_words_of_the_standard_pass_the_intake_unchanged():
    several = {field.code_list for field in FIELDS.values() if field.type == "codes"}
    for name, codes in STANDARD.code_lists.items():
        for code in codes:
            for label in (code.label.nl, code.label.en):
                assert safe_code(label) == label
                assert name not in several or not SEPARATORS.search(label)


def test_the_newest_version_is_the_one_in_force():
    newest = max(STANDARD.changes, key=lambda change: change.released_on)
    assert STANDARD.version == newest.version
    versions = {change.version for change in STANDARD.changes}
    assert {field.since for field in FIELDS.values()} <= versions


def test_explained_codes_exist():
    with (STANDARD_SEEDS / "standard_codes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known = {code.code for code in STANDARD.code_lists[row["code_list"]]}
            assert row["code"] in known
            assert row["definition_nl"]
            assert row["definition_en"]
