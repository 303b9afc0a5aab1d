"""Declaring, taking back and putting off: who may, for which place, and the trail."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.accounts import identity_of
from warehouse.errors import UserError
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.stewardship.months.board import read_board
from warehouse.stewardship.months.reminders import write_reminder
from warehouse.stewardship.months.statements import (
    declare_nothing,
    list_declarations,
    put_off,
    take_back,
)

MARCH = date(2007, 3, 1)
COORDINATOR, DELIVERER = identity_of("coordinator"), identity_of("deliverer")
OTHER, STEWARD = identity_of("other_deliverer"), identity_of("steward")


def trail(home) -> list[tuple[str, str]]:
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.entry_id))
        return [(one.action, one.actor_name) for one in entries]


def test_a_declaration_is_kept_with_who_and_why_and_taken_back(home):
    kept = declare_nothing(home, DELIVERER, MARCH, " vakantie ", district="centrum")
    assert (kept.declared_by, kept.reason) == ("deliverer", "vakantie")
    with pytest.raises(UserError):
        declare_nothing(home, DELIVERER, MARCH, "nog eens", district="centrum")

    taken = take_back(home, COORDINATOR, kept.declaration_id, "toch wel")
    assert taken.taken_back_by == "coordinator"
    with pytest.raises(UserError):
        take_back(home, COORDINATOR, kept.declaration_id, "nog eens")
    declare_nothing(home, DELIVERER, MARCH, "toch niet", district="centrum")
    assert len(list_declarations(home, COORDINATOR)) == 2
    assert trail(home) == [
        ("month.declare_empty", "deliverer"),
        ("month.take_back", "coordinator"),
        ("month.declare_empty", "deliverer"),
    ]


@pytest.mark.parametrize(
    ("who", "district"),
    [(OTHER, "centrum"), (DELIVERER, None), (STEWARD, "centrum")],
    ids=["another district", "the region", "no right"],
)
def test_nobody_speaks_for_a_place_that_is_not_theirs(home, who, district):
    with pytest.raises(UserError):
        declare_nothing(home, who, MARCH, "vakantie", district=district)
    assert list_declarations(home, COORDINATOR) == []
    assert trail(home) == []


def test_another_districts_declaration_is_as_one_that_does_not_exist(home):
    kept = declare_nothing(home, DELIVERER, MARCH, "vakantie", district="centrum")
    assert list_declarations(home, OTHER) == []
    with pytest.raises(UserError) as other:
        take_back(home, OTHER, kept.declaration_id, "nee")
    with pytest.raises(UserError) as none:
        take_back(home, OTHER, 999, "nee")
    assert str(other.value) == str(none.value)


@pytest.mark.parametrize(
    ("reason", "places"),
    [
        ("  ", {"district": "centrum"}),
        ("bel 06-12345678", {"district": "centrum"}),
        ("vakantie", {"district": "nergens"}),
        ("vakantie", {"district": "centrum", "source_format": "excel"}),
        ("vakantie", {"district": "centrum", "pilot": "nergens"}),
    ],
)
def test_what_cannot_be_kept_is_refused(home, reason, places):
    with pytest.raises(UserError):
        declare_nothing(home, COORDINATOR, MARCH, reason, **places)


def test_only_the_coordination_point_puts_off(home):
    day = date(2007, 4, 20)
    with pytest.raises(UserError):
        put_off(home, DELIVERER, MARCH, day, "ziek", district="centrum")
    with pytest.raises(UserError):
        put_off(home, COORDINATOR, MARCH, MARCH, "ziek", district="centrum")
    put_off(home, COORDINATOR, MARCH, day, "ziek", district="centrum")
    assert trail(home) == [("month.put_off", "coordinator")]


def test_a_reminder_names_months_days_and_who_was_to_send_it(home):
    board = read_board(home, COORDINATOR)
    text = write_reminder(board, COORDINATOR, "centrum", "nl")
    assert "Aan: Centrum" in text
    assert "april 2007 (uiterlijk 10 mei 2007)" in text
    assert "april 2007 (uiterlijk 15 mei 2007)" in text
    assert "mei 2007 (" not in text, "May is not due yet"
    assert "uiterlijk 12 juni 2007" in text
    english = write_reminder(board, COORDINATOR, "centrum", "en")
    assert "April 2007 (due 10 May 2007)" in english


def test_there_is_no_reminder_without_a_reason_or_for_another_district(home):
    for month in range(1, 5):
        day = date(2007, month, 1)
        declare_nothing(home, COORDINATOR, day, "vakantie", district="noord")
    board = read_board(home, COORDINATOR)
    assert write_reminder(board, COORDINATOR, "noord", "nl") is None
    with pytest.raises(UserError):
        write_reminder(board, DELIVERER, "noord", "nl")
