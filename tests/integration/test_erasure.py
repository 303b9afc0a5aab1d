"""Somebody of the demonstration is erased, with the process dying twice in between."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from sqlalchemy import select

from warehouse.accounts.audit import verify
from warehouse.erasure import landing, releases, service
from warehouse.erasure.gathering import gather
from warehouse.erasure.identifiers import Identifiers
from warehouse.erasure.landed_rows import rows_of
from warehouse.erasure.search import all_keys
from warehouse.identity import COMMAND_LINE
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.privacy_tables import ErasureState
from warehouse.ledger.workspace_tables import BuildRequest
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.releases.store import current_release, list_releases
from warehouse.settings import Settings

CONTRACT, CLIENT, BORN = "YM-203643", "DY71812", date(1971, 3, 19)
GIVEN = Identifiers(contract_number="ym 203643")
TYPED = ("203643", "DY71812", "1971-03-19", "19710319", "ym 203643")
# The digits of a fraction, as of the second at which a step ended, are nobody's.
WHOLE = rb"(?<![0-9])(?<![0-9]\.)(?:%s)(?![0-9])"


@pytest.fixture
def settings(demo_home_copy) -> Settings:
    return Settings(home=demo_home_copy, _env_file=None)


@pytest.fixture
def pseudonyms(settings) -> list[str]:
    """Those of the contract and the client, which nobody else has."""
    made = load_pseudonyms(settings)
    return [
        made.pseudonym("contract", "YM203643"),
        made.pseudonym("client", CLIENT),
    ]


# What is about one household with a contract, by the place where it was delivered; the
# rows that a later delivery repeats are somebody's too.
HOUSEHOLDS = " union ".join(
    f"select contract_key, delivery_id, sheet, row_number "
    f"from intermediate.int_{entity}__standardised where contract_key in "
    f"(select household_id from intermediate.int_households__identified)"
    for entity in ("signals", "services", "follow_ups", "bailiff_steps")
)


class Died(BaseException):
    """What a process does that is killed; nobody catches it."""


def die(*_arguments) -> None:
    raise Died


def found_in(home: Path, texts) -> set[str]:
    """The files under a home that hold one of the texts, also packed in Parquet."""
    sought = re.compile(WHOLE % b"|".join(re.escape(one.encode()) for one in texts))
    found = set()
    for file in home.rglob("*"):
        if file.is_symlink() or not file.is_file():
            continue
        content = file.read_bytes()
        if file.suffix == ".parquet":
            content += str(pq.read_table(file).to_pylist()).encode()
        if sought.search(content):
            found.add(file.name)
    return found


def units(file: Path) -> int:
    with duckdb.connect(str(file), read_only=True) as release:
        counted = release.sql("select count(*) from marts.indicator_units").fetchone()
        return counted[0]


def test_a_search_finds_the_household_as_the_release_knows_it(demo_home):
    settings = Settings(home=demo_home, _env_file=None)
    with open_ledger(settings.database_url) as ledger:
        rows = list(all_keys(settings, ledger))
    with duckdb.connect(str(settings.warehouse_file.resolve()), read_only=True) as file:
        known = file.sql(HOUSEHOLDS).fetchall()
    households = {}
    for household_id, delivery_id, sheet, number in known:
        households.setdefault(household_id, set()).add((delivery_id, (sheet, number)))

    assert len(households) > 70
    for contract, expected in households.items():
        asked = frozenset({f"contract:{contract}"})
        found, _marks = gather(lambda: rows, asked, lambda marks: marks)
        assert found == expected


def test_what_only_a_release_still_holds_is_found_as_well(settings):
    whole = service.find_person(settings, GIVEN, COMMAND_LINE)
    for file in settings.landing_dir.glob("*.parquet"):
        file.unlink()

    found = service.find_person(settings, GIVEN, COMMAND_LINE)

    assert rows_by_delivery(found) == rows_by_delivery(whole)


def rows_by_delivery(found: service.Search) -> dict[str, int]:
    return {one.delivery.delivery_id: one.rows for one in found.deliveries}


def test_nothing_of_a_person_is_left(settings, pseudonyms, monkeypatch):
    home, before = settings.home_dir, current_release(settings)
    counted = units(settings.warehouse_file)
    assert found_in(home, pseudonyms) > {"warehouse.duckdb"}

    found = service.find_person(settings, GIVEN, COMMAND_LINE)
    assert found.rows == 6
    assert {one.delivery.format for one in found.deliveries} == {
        "turflijst",
        "regas",
        "deurwaarderslijst",
        "nameting",
    }
    assert list(found.releases) == [before.release_id]
    service.confirm_erasure(settings, found.erasure_id, COMMAND_LINE)

    # The first process dies before readers are switched: they see the old, whole.
    with monkeypatch.context() as patch:
        patch.setattr(releases, "switch_link", die)
        with pytest.raises(Died):
            service.carry_out(settings, found.erasure_id)
    assert current_release(settings).release_id == before.release_id
    assert units(settings.warehouse_file) == counted

    # The second dies with a landing file rewritten and its counts not committed.
    with monkeypatch.context() as patch:
        patch.setattr(landing, "lower_count", die)
        with pytest.raises(Died):
            service.carry_out(settings, found.erasure_id)

    erasure = service.carry_out(settings, found.erasure_id)

    assert erasure.state is ErasureState.DONE
    assert sum(erasure.proof["deliveries"].values()) == found.rows
    assert found_in(home, [*pseudonyms, *TYPED]) == set()
    assert not list(settings.work_dir.glob("erase-*"))
    [after] = list_releases(settings)
    assert current_release(settings) == after
    assert after.erasures[0].replaces == before.release_id
    assert after.rows["marts.fct_services"] == before.rows["marts.fct_services"] - 1
    assert 0 < counted - units(settings.warehouse_file) < counted / 10
    check_ledger(settings, found, erasure)

    assert service.find_person(settings, GIVEN, COMMAND_LINE).rows == 0


def check_ledger(settings, found, erasure) -> None:
    """The counts agree with the files, and the trail proves the erasure."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        gone = {one.delivery.delivery_id: one.rows for one in found.deliveries}
        for delivery in list_deliveries(session):
            file = settings.landing_dir / f"{delivery.delivery_id}.parquet"
            assert delivery.rows_read == len(rows_of(pq.read_table(file)))
            noted = [one["key"] for one in delivery.notes]
            is_erased = delivery.delivery_id in gone
            assert ("privacy.rows_erased" in noted) is is_erased
        [proof] = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "person.erased")
        )
        assert proof.detail["deliveries"] == gone
        assert proof.detail["digest"] == erasure.digest
        assert verify(session).broken_at is None
        assert session.scalar(select(BuildRequest)) is not None
