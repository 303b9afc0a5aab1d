"""Giving signals their person back, and choosing which may be delivered."""

from datetime import date
from decimal import Decimal

import pytest

from warehouse.exports.ddas.document import Composer
from warehouse.exports.ddas.export import Wish, choose
from warehouse.exports.ddas.key_file import KeyFile, Person, read_key_file
from warehouse.exports.ddas.losses import Losses
from warehouse.exports.ddas.released_signals import (
    ATTEMPT_FIELDS,
    SIGNAL_FIELDS,
    ReleasedSignals,
)
from warehouse.intake.ddas.versions import VERSIONS
from warehouse.privacy.pseudonyms import Pseudonyms
from warehouse.settings import Settings

KEYS = """Contractnummer;BSN;Postcode;Huisnummer;Toevoeging;Geb.datum
YM-900001;111222334;1019 xk;77;b;4-5-1961
YM-900002;;1019XL;8;;
YM-900003;11222335;;;;
YM-900003;999888777;;;;
YM-900004;;;;;
"""
PSEUDONYMS = Pseudonyms(b"a key for these tests only")
BOTH = Person("111222334", "1019XK", "77", "b", "1961-05-04")


@pytest.fixture
def keys(tmp_path) -> KeyFile:
    path = tmp_path / "sleutels.csv"
    path.write_text(KEYS, encoding="utf-8")
    return read_key_file(path, Settings(home=tmp_path, _env_file=None), PSEUDONYMS)


def row(**known) -> dict:
    """A released signal of which only a few things are known."""
    names = (
        *("municipality", "objected", "contract_key", "client_key", "postcode_key"),
        *("house_number_key", "result", "not_taken_up_reason", "partner_type"),
        *("arrears_amount", "arrears_days", "arrears_since_date", "signal_date"),
        *("is_crisis", "is_warm_handover", "taken_up_date", "matched_date", "sex"),
        *("matching_started_date", "matching_ended_date", *SIGNAL_FIELDS),
    )
    return {**dict.fromkeys(names), "signal_id": "s", **known}


def key_of(name_space: str, normalised: str) -> str:
    return PSEUDONYMS.pseudonym(name_space, normalised)


@pytest.mark.parametrize(
    ("known", "persons"),
    [
        ({"contract_key": ("contract", "YM900001")}, {BOTH}),
        ({"client_key": ("bsn", "111222334")}, {Person("111222334")}),
        (
            {
                "postcode_key": ("postcode", "1019XK"),
                "house_number_key": ("house_number", "77B"),
            },
            {Person(None, "1019XK", "77", "b")},
        ),
        (
            {"contract_key": ("contract", "YM900003")},
            {Person("011222335"), Person("999888777")},
        ),
        ({"contract_key": ("contract", "YM900004")}, set()),
        ({"postcode_key": ("postcode", "1019XK")}, set()),
    ],
)
def test_a_signal_finds_its_person_by_what_it_is_known_by(keys, known, persons):
    signal = row(**{name: key_of(*value) for name, value in known.items()})
    assert keys.persons(signal) == persons


def test_who_may_not_or_cannot_be_named_is_left_out_and_listed():
    rows = [
        row(signal_id="objected", objected=True),
        row(signal_id="elsewhere", municipality="0394"),
        row(signal_id="unknown"),
        row(signal_id="double"),
        row(signal_id="good", municipality="0363", objected=False),
    ]
    persons = {"unknown": frozenset(), "double": frozenset({BOTH, Person("1")})}
    losses = Losses()
    wish = Wish("0363", date(2026, 1, 1), date(2026, 1, 31))
    chosen = choose(
        ReleasedSignals(tuple(rows), {}, {}, 0),
        wish,
        losses,
        lambda one: persons.get(one["signal_id"], frozenset({BOTH})),
    )
    assert [(one["signal_id"], person) for one, person in chosen] == [("good", BOTH)]
    assert losses.left_out == {
        "objected": ["objected"],
        "other_municipality": ["elsewhere"],
        "not_in_key_file": ["unknown"],
        "several_persons": ["double"],
    }


@pytest.mark.parametrize(
    ("version", "client"),
    [
        ("0.9", {"burgerservicenummer", "postcode", "huisnummer"}),
        ("1.2", {"burgerservicenummer"}),
    ],
)
def test_a_client_is_named_as_the_version_asks(version, client):
    composer = Composer(VERSIONS[version], Losses(), str.upper)
    signal = composer.signal(row(sex="female"), BOTH, has_attempts=False)
    assert client <= set(signal["client"])
    assert signal["client"].get("postcode") == (None if version == "1.2" else "1019XK")


def test_amounts_are_rounded_and_unsaid_values_listed():
    losses = Losses()
    composer = Composer(VERSIONS["1.0"], losses, str.upper)
    signal = composer.signal(
        row(
            signal_date=date(2026, 1, 31),
            arrears_days=30,
            arrears_amount=Decimal("410.50"),
            partner_type="institution",
            district="noord",
            corporation="unknown",
        ),
        BOTH,
        has_attempts=True,
    )
    assert signal["bedrag"] == 411
    assert signal["ontstaansdatum"] == "2026-01-01"
    assert "status" not in signal
    assert losses.rounded_amounts == 1
    assert losses.fields == {"signals.district": 1}
    assert losses.values == {("signals.partner_type", "institution", "Overige"): 1}


def test_an_attempt_keeps_what_is_known_of_it():
    losses = Losses()
    composer = Composer(VERSIONS["1.2"], losses, str.upper)
    attempt = {
        **dict.fromkeys(ATTEMPT_FIELDS),
        "channel": "ring",
        "daypart": "unknown",
        "attempted_date": None,
        "is_contact": False,
        "visitors": "counsellor",
    }
    case = composer.case(row(result="paid"), [attempt])
    assert case == {
        "resultaat": "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
        "vroegsignalen": [{"ID": "S"}],
        "contactpogingen": [{"soort": "Huisbezoek", "bereikt": False}],
    }
    assert losses.fields == {"contact_attempts.visitors": 1}
    assert [delivered for _, _, delivered in losses.values] == [case["resultaat"]]


def test_nothing_done_makes_no_case():
    composer = Composer(VERSIONS["1.2"], Losses(), str.upper)
    assert composer.case(row(), []) is None
    signal = composer.signal(row(), BOTH, has_attempts=False)
    assert signal["status"] == "Nog niet opgepakt"
