"""Who objects does not come in again; identifiers are read and forgotten."""

from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from seeds.formats import formats
from tests.accounts import identity_of
from warehouse.deliveries.placing import Place
from warehouse.deliveries.receive import Request, place_read, read_request, set_aside
from warehouse.erasure import record, service
from warehouse.erasure.identifiers import Identifiers, asked_marks
from warehouse.errors import UserError
from warehouse.identity import COMMAND_LINE
from warehouse.intake.landing import landing_schema
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.messages import message
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.settings import Settings

FORM = formats()["overdrachtsformulier"]
HEADER = (
    "Meldnummer;Datum melding;Corporatie;Contractnummer;Naam;Geboortedatum;Postcode;"
    "Huisnummer;Huurachterstand;Maanden achterstand"
)
ROWS = (
    "X-1;12-04-2007;Ymere;YM-900001;De Vries;07-03-1988;1011 AB;12;1.250,00;2",
    "X-2;13-04-2007;Ymere;YM-900002;Jansen;12-05-1961;1011 AB;14;839,00;2",
    "X-3;14-04-2007;Ymere;YM-900003;Bakker;;1011;;410,50;2",
)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture
def land(settings, tmp_path):
    """Read and land a form as any delivery; gives the delivery and its rows."""

    def take_in(rows=ROWS):
        file = tmp_path / "form.csv"
        file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
        place = Place("centrum", "vroegmelding-centrum-2007")
        request = Request(file, place=place)
        with open_ledger(settings.database_url) as ledger:
            read = read_request(settings, ledger, request)
        delivery, _placing = place_read(request, "fingerprint", read)
        with set_aside(settings, read, delivery) as landed:
            table = pq.read_table(landed)
        return delivery, table

    return take_in


def objects(settings, **given) -> None:
    """Somebody who is in no delivery yet objects."""
    found = service.find_person(settings, Identifiers(**given), COMMAND_LINE)
    service.confirm_erasure(settings, found.erasure_id, COMMAND_LINE)
    service.carry_out(settings, found.erasure_id)


@pytest.mark.parametrize(
    "given",
    [
        {"contract_number": "ym900001"},
        {"name": "de vries", "birth_date": "1988-03-07"},
        {"birth_date": "7 maart 1988", "postcode": "1011ab", "house_number": "12"},
    ],
)
def test_later_rows_about_who_objects_are_left_out(settings, land, given):
    whole, _table = land()
    assert whole.rows_read == 3

    objects(settings, **given)
    delivery, table = land()

    assert table.column("meldnummer").to_pylist() == ["X-2", "X-3"]
    assert table.schema.names == landing_schema(FORM).names
    assert delivery.rows_read == 2
    assert "privacy.rows_left_out" in [note["key"] for note in delivery.notes]


def test_what_was_found_is_no_objection_before_it_is_confirmed(settings, land):
    given = Identifiers(contract_number="ym900001")
    service.find_person(settings, given, COMMAND_LINE)
    assert land()[0].rows_read == 3


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "privacy.too_little"),
        ({"name": "De Vries", "postcode": "1011 AB"}, "privacy.too_little"),
        ({"birth_date": "07-03-1988", "postcode": "1011 AB"}, "privacy.too_little"),
        ({"postcode": "1011"}, "privacy.unreadable_postcode"),
        ({"citizen_number": "12345"}, "privacy.unreadable_citizen_number"),
        ({"birth_date": "gisteren"}, "privacy.unreadable_birth_date"),
        ({"client_number": "DY71812"}, "privacy.no_district"),
    ],
)
def test_too_little_is_said_in_plain_words(settings, given, said):
    with pytest.raises(UserError) as caught:
        asked_marks(Identifiers(**given), load_pseudonyms(settings))
    assert caught.value.message_en == message(said).en


def test_identifiers_show_nothing_of_themselves():
    given = Identifiers(contract_number="YM-900001", name="De Vries")
    assert repr(given) == str(given) == "Identifiers()"


@pytest.mark.parametrize("name", ["viewer", "deliverer", "steward", "administrator"])
def test_only_a_coordinator_looks_for_persons(settings, name):
    given = Identifiers(contract_number="YM-900001")
    with pytest.raises(UserError):
        service.find_person(settings, given, identity_of(name))
    with pytest.raises(UserError):
        service.confirm_erasure(settings, 1, identity_of(name))


def test_only_who_found_them_may_confirm_and_not_for_long(settings):
    given = Identifiers(contract_number="YM-900001")
    finder = identity_of("coordinator")
    found = service.find_person(settings, given, finder)
    with pytest.raises(UserError):
        service.confirm_erasure(settings, found.erasure_id, COMMAND_LINE)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.get_one(Erasure, found.erasure_id).found_at = datetime(
            2020, 1, 1, tzinfo=UTC
        )
    with pytest.raises(UserError):
        service.confirm_erasure(settings, found.erasure_id, finder)


def test_the_kept_marks_hold_no_pseudonym(settings, land):
    land()
    objects(settings, contract_number="YM-900001")
    pseudonym = load_pseudonyms(settings).pseudonym("contract", "YM900001")
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        [erasure] = record.list_erasures(session)
    assert erasure.state is ErasureState.DONE
    assert erasure.marks
    assert pseudonym not in str([erasure.marks, erasure.proof, erasure.digest])
