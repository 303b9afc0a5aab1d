"""Identifiers become keyed pseudonyms; two harmless parts survive."""

import os
import re
import stat
from datetime import date

import pytest
from intake_files import csv_bytes, values

from warehouse.errors import UserError
from warehouse.intake import land
from warehouse.intake.conversions import Conversions
from warehouse.privacy.pseudonyms import (
    ALPHABET,
    Pseudonyms,
    load_pseudonyms,
    normalise,
)
from warehouse.settings import Settings

HEADER = ["Meldnummer", "Datum melding", "Corporatie", "Huurachterstand"]
HEADER += ["Maanden achterstand", "Contractnummer", "Naam", "Geboortedatum"]
HEADER += ["Postcode", "Huisnummer"]
FIXED = ["M1", "13-03-2007", "Ymere", "100", "2"]
IDENTIFIERS = ("contractnummer", "naam", "geboortedatum", "postcode", "huisnummer")


@pytest.fixture
def identified(take_in):
    """The landing row of one person."""

    def read(contract="", name="", born="", postcode="", number=""):
        row = [*FIXED, contract, name, born, postcode, number]
        return take_in(csv_bytes([HEADER, row])).table.to_pylist()[0]

    return read


@pytest.mark.parametrize(
    ("column", "one", "other"),
    [
        ("contract", "0012.345-a", "12345 A"),
        ("name", "J. de Vríes", "j de vries"),
        ("born", "13-03-1960", "13 maart 1960"),
        ("born", "19600313", "13/3/60"),
        ("postcode", "1018 ab", "1018AB"),
        ("number", "12 hs", "12-HS"),
    ],
)
def test_spellings_of_one_identifier_share_a_pseudonym(identified, column, one, other):
    first, second = identified(**{column: one}), identified(**{column: other})
    assert first == second
    assert sum(first[name] is not None for name in IDENTIFIERS) == 1


def test_pseudonyms_hold_no_digit_and_no_vowel(identified):
    row = identified("C1", "Jansen", "13-03-1960", "1018 AB", "12")
    for name in IDENTIFIERS:
        assert re.fullmatch(r"[^\W\d_aeiouyAEIOUY]{26}", row[name])


def test_the_alphabet_is_made_of_32_different_consonants():
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set(ALPHABET.lower()) & set("aeiouy0123456789")


def test_year_of_birth_and_four_digits_of_the_postcode_survive(identified):
    row = identified(born="13-03-60", postcode="1018 ab")
    assert (row["birth_year"], row["postcode4"]) == ("1960", "1018")


@pytest.mark.parametrize(
    ("born", "year"),
    [
        ("12-05-25", "1925"),  # in 2025 he would be younger than the signal
        ("12-05-06", "2006"),
        ("29-02-08", "1908"),
        ("12-05-1925", "1925"),
        ("39154", "2007"),
    ],
)
def test_nobody_is_born_after_the_signal(identified, born, year):
    assert identified(born=born)["birth_year"] == year


@pytest.mark.parametrize("born", ["onleesbaar", "31-02-1960", "01-01-2999"])
def test_an_unreadable_birth_date_is_said_to_be_so(identified, born):
    row = identified(born=born, postcode="geen", number="bis")
    assert row["geboortedatum"] is row["birth_year"] is row["postcode4"] is None
    assert row["unreadable_identifiers"] == "geboortedatum,postcode,huisnummer"


@pytest.mark.parametrize(
    "marker", ["", "-", "nvt", "n.v.t.", "Onbekend", "?", "n.n.b."]
)
def test_a_missing_identifier_is_null_and_no_fault(identified, marker):
    row = identified(marker, marker, marker, marker, marker)
    assert all(row[name] is None for name in IDENTIFIERS)
    assert row["unreadable_identifiers"] is None


def test_tenant_and_contract_numbers_share_a_name_space(take_in, identified):
    tally = csv_bytes([["Huurdernummer", "Huurschuld"], ["C-1", "1"]])
    assert values(take_in(tally), "huurdernummer") == [
        identified("c1")["contractnummer"]
    ]


def test_name_spaces_do_not_meet():
    pseudonyms = Pseudonyms(b"key")
    assert pseudonyms.pseudonym("contract", "1") != pseudonyms.pseudonym("client", "1")
    assert pseudonyms.pseudonym("client", "1") != Pseudonyms(b"other").pseudonym(
        "client", "1"
    )


@pytest.mark.parametrize(
    ("space", "text", "expected"),
    [
        ("contract", "000", "0"),
        ("contract", "--", None),
        ("client", "0007", "7"),
        ("name", "'t Hooft", "thooft"),
        ("postcode", "0123 AB", None),
        ("postcode", "1018", "1018"),
        ("house_number", "hs", None),
    ],
)
def test_normalised_identifiers(space, text, expected):
    assert normalise(space, text) == expected


def test_the_key_is_made_once_and_only_its_owner_reads_it(settings):
    first = load_pseudonyms(settings).pseudonym("contract", "1")
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert load_pseudonyms(settings).pseudonym("contract", "1") == first


def test_of_two_processes_that_start_together_the_first_key_stays(
    settings, monkeypatch
):
    def another_process_is_first(_handle):
        settings.key_file.write_text("ab" * 32)

    monkeypatch.setattr(os, "fsync", another_process_is_first)
    mine = load_pseudonyms(settings).pseudonym("contract", "1")
    assert settings.key_file.read_text() == "ab" * 32
    assert mine == Pseudonyms(bytes.fromhex("ab" * 32)).pseudonym("contract", "1")


@pytest.fixture
def delivered(settings, take_in):
    """An installation that holds a delivery."""
    delivery = take_in(csv_bytes([HEADER, [*FIXED, *["1"] * 5]]))
    land(delivery, settings.landing_dir / "d1.parquet")
    return settings


def test_a_lost_key_is_explained_and_not_replaced(delivered):
    delivered.key_file.unlink()
    with pytest.raises(UserError, match="Restore it from the backup"):
        load_pseudonyms(delivered)
    assert not delivered.key_file.exists()


def test_another_key_is_refused_while_there_are_deliveries(delivered):
    other = Settings(home=delivered.home, pseudonym_key="another key altogether")
    with pytest.raises(UserError, match="another than the one"):
        load_pseudonyms(other)
    (delivered.landing_dir / "d1.parquet").unlink()
    load_pseudonyms(other)


def test_a_damaged_key_is_refused(settings):
    load_pseudonyms(settings)
    settings.key_file.write_text("damaged")
    with pytest.raises(UserError, match="damaged"):
        load_pseudonyms(settings)


def test_the_conversions_are_those_of_the_warehouse():
    with Conversions() as conversions:
        assert conversions.read_dates(["13 mrt 07", "x"]) == {
            "13 mrt 07": date(2007, 3, 13)
        }
        assert conversions.missing(["nvt", "0"]) == {"nvt"}
        assert conversions.unreadable(["ja", "Jansen", "-"], "tick") == {"Jansen"}
