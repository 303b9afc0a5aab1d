"""The catalogue is complete, and a wrong catalogue is refused."""

import pytest
import yaml
from pydantic import ValidationError

from expectations.catalogue.catalogue import (
    CATALOGUE_FILE,
    FAMILIES_FILE,
    CatalogueError,
    load_catalogue,
    read_catalogue,
)
from expectations.gate.columns import feeding_columns
from seeds.formats import formats

PUBLIC_KEYS = {
    "check_id",
    "entity",
    "field",
    "kind",
    "severity",
    "meaning_nl",
    "meaning_en",
    "advice_nl",
    "advice_en",
    "threshold",
}


def read_changed(tmp_path, change):
    """The catalogue after `change` has been made to its list of single checks."""
    singles = yaml.safe_load(CATALOGUE_FILE.read_text("utf-8"))
    change(singles)
    changed = tmp_path / "catalogue.yml"
    changed.write_text(yaml.safe_dump(singles), "utf-8")
    return read_catalogue(changed, FAMILIES_FILE)


def test_unchanged_catalogue_is_read(tmp_path):
    assert read_changed(tmp_path, lambda singles: None) == load_catalogue()


def test_a_check_id_may_occur_once(tmp_path):
    with pytest.raises(CatalogueError, match="signals_arrears_negative"):
        read_changed(tmp_path, lambda singles: singles.append(singles[0]))


@pytest.mark.parametrize(
    ("key", "value"),
    [("severity", "fatal"), ("kind", "beauty"), ("gate", "garden"), ("colour", "red")],
)
def test_an_unknown_word_is_refused(tmp_path, key, value):
    with pytest.raises(ValidationError, match=key):
        read_changed(tmp_path, lambda singles: singles[0].update({key: value}))


@pytest.mark.parametrize("key", ["violates", "meaning_nl", "advice_en"])
def test_a_missing_key_is_refused(tmp_path, key):
    with pytest.raises(ValidationError, match=key):
        read_changed(tmp_path, lambda singles: singles[0].pop(key))


def test_a_family_member_needs_a_label(tmp_path):
    families = yaml.safe_load(FAMILIES_FILE.read_text("utf-8"))
    del families["labels"]["signals"]["sex"]
    changed = tmp_path / "families.yml"
    changed.write_text(yaml.safe_dump(families), "utf-8")
    with pytest.raises(CatalogueError, match=r"signals\.sex"):
        read_catalogue(CATALOGUE_FILE, changed)


@pytest.mark.parametrize("check", load_catalogue(), ids=lambda check: check.check_id)
def test_every_check_speaks_both_languages(check):
    described = check.described()
    assert set(described) == PUBLIC_KEYS
    for key in ("meaning_nl", "meaning_en", "advice_nl", "advice_en"):
        text = described[key]
        assert text[0].isupper()
        assert text.endswith(".")
        assert "{" not in text
        assert "None" not in text
    assert check.check_id.startswith(check.entity)


def test_blocking_is_rare():
    blocking = [check for check in load_catalogue() if check.severity == "blocking"]
    assert {check.entity for check in blocking} == {"deliveries", "indicator_values"}
    at_delivery = [check.check_id for check in blocking if check.runs_at("delivery")]
    assert at_delivery == ["deliveries_without_dated_signal"]


@pytest.mark.parametrize("name", formats())
def test_every_required_column_is_checked(name):
    fields = {(check.entity, check.field) for check in load_catalogue()}
    for column in formats()[name].required:
        assert column.field
        entity, field = column.field.split(".")
        if field in UNCHECKED:
            continue
        assert (entity, field) in fields, column.field


UNCHECKED = {
    # A record without its own number gets one from its place in the file.
    "source_number",
    "dossier_number",
    "conference_number",
    "claim_number",
    # The kind of event decides which field its row feeds.
    "event",
}


def test_every_field_with_a_missing_check_has_a_column_or_a_derivation():
    for check in load_catalogue():
        if check.family == "missing" and "given" in check.assesses:
            fed = feeding_columns(check.entity, check.field)
            derived = check.field in ("signal_date", "district", "pilot")
            assert fed or derived, check.check_id
