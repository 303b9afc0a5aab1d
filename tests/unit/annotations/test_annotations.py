"""Notes beside a month: who may write and see them, and what may stand in them."""

from datetime import date

import pytest
from sqlalchemy import select

from warehouse.accounts import audit
from warehouse.errors import UserError
from warehouse.identity import Identity, Role
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.notes.annotations import LONGEST_TEXT, Subject, annotate, change, remove
from warehouse.notes.beside_a_view import read_annotations
from warehouse.settings import Settings

MARCH = date(2009, 3, 1)
ANNA = Identity("anna", "Anna", Role.COORDINATOR)
BRAM = Identity("bram", "Bram", Role.VIEWER)
NOORD = Identity("noor", "Noor", Role.VIEWER, frozenset({"noord"}))


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(home=tmp_path, _env_file=None)


def texts(home, who, **view) -> list[str]:
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        return [note.text for note in read_annotations(session, who, **view)]


def test_a_note_is_about_the_whole_month_it_falls_in(home):
    note = annotate(home, ANNA, Subject(date(2009, 3, 17)), " nieuw convenant ")
    assert (note.month, note.text, note.written_by) == (
        MARCH,
        "nieuw convenant",
        "Anna",
    )


def test_a_view_has_its_own_notes_and_those_about_everything(home):
    annotate(home, ANNA, Subject(MARCH), "overal")
    annotate(home, ANNA, Subject(MARCH, "noord"), "in noord")
    annotate(home, ANNA, Subject(MARCH, "osdorp"), "in osdorp")
    annotate(home, ANNA, Subject(MARCH, pilot="stedelijk-2009"), "in de pilot")

    assert texts(home, ANNA) == ["overal", "in noord", "in osdorp", "in de pilot"]
    assert texts(home, ANNA, district="noord") == ["overal", "in noord", "in de pilot"]
    assert texts(home, ANNA, pilot="eigen-kracht-2007") == [
        "overal",
        "in noord",
        "in osdorp",
    ]


def test_a_note_about_another_district_stays_there(home):
    annotate(home, ANNA, Subject(MARCH, "osdorp"), "in osdorp")
    annotate(home, ANNA, Subject(MARCH, "noord"), "in noord")
    assert texts(home, NOORD) == ["in noord"]


def test_who_has_one_district_writes_about_that_one_only(home):
    annotate(home, NOORD, Subject(MARCH, "noord"), "mag")
    for district in (None, "osdorp"):
        with pytest.raises(UserError):
            annotate(home, NOORD, Subject(MARCH, district), "mag niet")
    assert texts(home, ANNA) == ["mag"]


def test_without_the_right_nobody_writes(home):
    with pytest.raises(UserError):
        annotate(home, Identity("r", "R", Role.RESEARCHER), Subject(MARCH), "mag niet")


def test_only_the_writer_changes_and_removes(home):
    note = annotate(home, BRAM, Subject(MARCH), "eerst")
    for meddle in (
        lambda: change(home, ANNA, note.annotation_id, "anders"),
        lambda: remove(home, ANNA, note.annotation_id),
    ):
        with pytest.raises(UserError):
            meddle()
    change(home, BRAM, note.annotation_id, "later")
    assert texts(home, ANNA) == ["later"]

    remove(home, BRAM, note.annotation_id)
    assert texts(home, ANNA) == []
    with pytest.raises(UserError):
        change(home, BRAM, note.annotation_id, "terug")


@pytest.mark.parametrize(
    "text", ["", "   ", "x" * (LONGEST_TEXT + 1), "mevrouw Jansen vertrok"]
)
def test_what_cannot_be_kept_is_refused(home, text):
    note = annotate(home, ANNA, Subject(MARCH), "goed")
    with pytest.raises(UserError):
        annotate(home, ANNA, Subject(MARCH), text)
    with pytest.raises(UserError):
        change(home, ANNA, note.annotation_id, text)
    assert texts(home, ANNA) == ["goed"]


@pytest.mark.parametrize(
    "subject", [Subject(MARCH, "atlantis"), Subject(MARCH, None, "x")]
)
def test_a_place_that_does_not_exist_is_refused(home, subject):
    with pytest.raises(UserError):
        annotate(home, ANNA, subject, "waar?")


def test_the_trail_names_each_step_but_not_the_text(home):
    note = annotate(home, ANNA, Subject(MARCH, "noord"), "geheim")
    change(home, ANNA, note.annotation_id, "nog geheimer")
    remove(home, ANNA, note.annotation_id)
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        entries = list(session.scalars(select(AuditEntry)))
        assert audit.verify(session).broken_at is None
    assert [entry.action for entry in entries] == [
        "annotation.written",
        "annotation.changed",
        "annotation.removed",
    ]
    assert {entry.object_id for entry in entries} == {str(note.annotation_id)}
    assert not any("geheim" in str(entry.detail) for entry in entries)
