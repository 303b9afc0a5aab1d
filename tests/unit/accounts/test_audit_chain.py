"""The audit trail: nobody can change it, and a change behind its back shows."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from warehouse.accounts import audit
from warehouse.accounts.audit import Wish, read_entries
from warehouse.identity import COMMAND_LINE

CHANGES = (
    "update audit_trail set actor = 'somebody else' where entry_id = 2",
    "delete from audit_trail where entry_id = 2",
    "insert or replace into audit_trail select entry_id, happened_at, 'somebody else',"
    " actor_name, action, object_kind, object_id, detail, previous_hash, entry_hash"
    " from audit_trail where entry_id = 2",
)


@pytest.fixture
def trail(ledger):
    with ledger.writing() as session:
        for number in range(1, 4):
            audit.record(
                session, COMMAND_LINE, "tried", "thing", f"{number}", naam="é", n=number
            )
    return ledger


def verified(ledger):
    with ledger.reading() as session:
        return audit.verify(session)


def test_a_trail_that_nobody_changed_is_whole(trail):
    chain = verified(trail)
    assert (chain.entries, chain.broken_at) == (3, None)
    assert chain.last_hash != audit.START


def test_an_empty_trail_is_whole(ledger):
    assert verified(ledger) == audit.Chain(0, audit.START, None)


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_a_change(trail, change):
    with (
        pytest.raises(IntegrityError, match="cannot be changed"),
        trail.writing() as session,
    ):
        session.execute(text(change))
    assert verified(trail).broken_at is None


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [(CHANGES[0], 2), (CHANGES[1], 3), ("update audit_trail set detail = '{}'", 1)],
)
def test_a_change_behind_the_back_shows(trail, settings, change, broken_at):
    connection = sqlite3.connect(settings.ledger_file)
    for name in ("update", "delete"):
        connection.execute(f"drop trigger audit_trail_no_{name}")
    connection.execute(change)
    connection.commit()
    connection.close()
    assert verified(trail).broken_at == broken_at


def test_an_entry_stands_only_when_the_work_does(ledger):
    def fail(session):
        audit.record(session, COMMAND_LINE, "tried", "thing", "1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), ledger.writing() as session:
        fail(session)
    assert verified(ledger).entries == 0


def test_the_latest_entries_that_fit_come_first(trail):
    with trail.reading() as session:
        found = read_entries(session, Wish(action="tried"), 2)
        nothing = read_entries(session, Wish(actor="nobody"), 2)
    assert [entry.object_id for entry in found] == ["3", "2"]
    assert nothing == []
