"""The life of a delivery in the ledger."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError

from warehouse.errors import UserError
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import (
    find_live,
    get_delivery,
    list_deliveries,
    move,
    new_delivery_id,
    supersede,
)
from warehouse.ledger.tables import Base, Delivery, DeliveryFinding, State


def newest_revision() -> str:
    config = Config()
    config.set_main_option("script_location", "warehouse.ledger:migrations")
    return ScriptDirectory.from_config(config).get_current_head()


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'folder' / 'ledger.sqlite'}"


@pytest.fixture
def ledger(url):
    with open_ledger(url) as opened:
        yield opened


def a_delivery(fingerprint: str = "bcd") -> Delivery:
    return Delivery(
        delivery_id=new_delivery_id(),
        fingerprint=fingerprint,
        file_name="lijst.csv",
        received_at=datetime.now(UTC),
    )


def accept(ledger: Ledger, fingerprint: str) -> str:
    with ledger.writing() as session:
        delivery = a_delivery(fingerprint)
        move(session, delivery, State.RECEIVED)
        move(session, delivery, State.ACCEPTED)
        return delivery.delivery_id


def test_the_sqlite_ledger_is_in_wal_mode_and_migrated_once(url, tmp_path):
    for _ in range(2):
        with open_ledger(url):
            pass
    connection = sqlite3.connect(tmp_path / "folder" / "ledger.sqlite")
    assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    versions = connection.execute("select version_num from alembic_version")
    assert versions.fetchall() == [(newest_revision(),)]


def test_the_migrations_make_exactly_the_declared_tables(url):
    with open_ledger(url), create_engine(url).connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_a_delivery_keeps_its_history_and_its_findings(ledger):
    delivery = a_delivery()
    delivery.findings.append(
        DeliveryFinding(
            check_id="x", severity="error", row_number=4, message_nl="a", message_en="b"
        )
    )
    with ledger.writing() as session:
        move(session, delivery, State.RECEIVED)
        move(session, delivery, State.HELD)
        move(session, delivery, State.ACCEPTED, "looked at")

    with ledger.reading() as session:
        found = get_delivery(session, delivery.delivery_id)
    states = [(event.state, event.reason) for event in found.events]
    assert states == [
        (State.RECEIVED, None),
        (State.HELD, None),
        (State.ACCEPTED, "looked at"),
    ]
    assert found.findings[0].row_number == 4
    assert found.received_at.tzinfo is UTC
    assert found.sequence == 1


def test_the_same_bytes_cannot_live_twice(ledger):
    first = accept(ledger, "bcd")
    with pytest.raises(IntegrityError):
        accept(ledger, "bcd")
    with ledger.writing() as session:
        move(session, get_delivery(session, first), State.WITHDRAWN)
    with ledger.reading() as session:
        assert find_live(session, "bcd") is None
    assert accept(ledger, "bcd") != first


def test_a_replaced_delivery_names_its_successor(ledger):
    old_id, new_id = accept(ledger, "bcd"), accept(ledger, "fgh")
    with ledger.writing() as session:
        old, new = get_delivery(session, old_id), get_delivery(session, new_id)
        supersede(session, old, new)
    with ledger.reading() as session:
        assert get_delivery(session, old_id).replaced_by == new_id
        accepted = list_deliveries(session, [State.ACCEPTED])
    assert [delivery.delivery_id for delivery in accepted] == [new_id]


def test_a_withdrawn_delivery_stays_withdrawn(ledger):
    delivery_id = accept(ledger, "bcd")
    with ledger.writing() as session:
        move(session, get_delivery(session, delivery_id), State.WITHDRAWN)
    with pytest.raises(UserError), ledger.writing() as session:
        move(session, get_delivery(session, delivery_id), State.ACCEPTED)


def test_an_unknown_delivery_is_a_clear_error(ledger):
    with ledger.reading() as session, pytest.raises(UserError) as caught:
        get_delivery(session, "D-1")
    assert "bestaat niet" in caught.value.message("nl")


def test_writers_at_the_same_time_get_different_numbers(url):
    def deliver(number: int) -> None:
        with open_ledger(url) as ledger:
            accept(ledger, f"file {number}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(deliver, range(12)))
    with open_ledger(url) as ledger, ledger.reading() as session:
        sequences = [delivery.sequence for delivery in list_deliveries(session)]
    assert sequences == list(range(1, 13))
