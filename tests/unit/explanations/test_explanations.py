"""Explaining findings, declaring deliveries fit, and what a release shows of it."""

import duckdb
import pytest

from tests.unit.explanations.ledgers import new_delivery
from warehouse.deliveries.decide import list_outcomes
from warehouse.errors import UserError
from warehouse.ledger.tables import State
from warehouse.privacy.free_text import identifies
from warehouse.stewardship.explanations.export import export_statements
from warehouse.stewardship.explanations.record import Subject, explain, sign, unsign

CHECK = "signals_result_unmapped"
TEXT = "Deze code gebruiken wij pas sinds maart 2007."


def test_explanations_add_up_and_stand_with_the_delivery(home, delivery_id):
    explain(home, delivery_id, Subject(CHECK, "mrt", 4), TEXT, " Anna  de Vries ")
    explain(home, delivery_id, Subject(CHECK, "mrt", 4), "Nu verbeterd.", "Bram")

    (outcome,) = list_outcomes(home)
    listed = outcome.as_json("nl")["explanations"]
    assert [(one["text"], one["explained_by"]) for one in listed] == [
        (TEXT, "Anna de Vries"),
        ("Nu verbeterd.", "Bram"),
    ]
    assert [(one["check_id"], one["sheet"], one["row"]) for one in listed] == [
        (CHECK, "mrt", 4)
    ] * 2


def test_a_declaration_holds_until_it_is_taken_back(home, delivery_id):
    sign(home, delivery_id, "Anna", "nagelopen")
    (signed,) = list_outcomes(home)
    assert signed.as_json("nl")["sign_off"]["signed_by"] == "Anna"
    with pytest.raises(UserError):
        sign(home, delivery_id, "Bram")

    unsign(home, delivery_id, "Bram")
    (taken_back,) = list_outcomes(home)
    assert taken_back.as_json("nl")["sign_off"] is None
    with pytest.raises(UserError):
        unsign(home, delivery_id, "Bram")


def test_a_refused_delivery_cannot_be_declared_fit(home):
    refused = new_delivery(home, State.REFUSED)
    with pytest.raises(UserError):
        sign(home, refused, "Anna")


@pytest.mark.parametrize(
    ("check_id", "text", "by"),
    [
        ("signals_no_such_check", TEXT, "Anna"),
        (CHECK, "  ", "Anna"),
        (CHECK, TEXT, " "),
        (CHECK, "x" * 2001, "Anna"),
        (CHECK, "Het gaat om mevrouw Jansen", "Anna"),
    ],
)
def test_what_cannot_be_kept_is_refused(home, delivery_id, check_id, text, by):
    with pytest.raises(UserError):
        explain(home, delivery_id, Subject(check_id), text, by)
    assert list_outcomes(home)[0].explanations == ()


@pytest.mark.parametrize(
    "text",
    [
        "mail naar a.b@voorbeeld.nl",
        "bel 06-12345678",
        "bsn 111222333",
        "rekening NL91 ABNA 0417 1643 00",
        "contract YM-900001",
        "huurder 4471902",
        "woont op 1093 AB",
        "dhr. Jansen",
    ],
)
def test_personal_data_is_recognised(text):
    assert identifies(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Zie levering D-20261122-rrxvkr, rij 1204.",
        "Op 20070313 en 13-03-2007 geteld: 12.500 euro.",
        "Drie van de 40 huurders waren al in traject.",
    ],
)
def test_harmless_text_passes(text):
    assert not identifies(text)


def test_a_release_shows_what_was_said_of_its_deliveries(home, delivery_id, tmp_path):
    other = new_delivery(home)
    for one in (delivery_id, other):
        explain(home, one, Subject(CHECK, row=4), TEXT, "Anna")
        sign(home, one, "Anna")
    unsign(home, delivery_id, "Bram", "toch niet")
    database = tmp_path / "release.duckdb"
    export_statements(home, database, [delivery_id])

    with duckdb.connect(str(database)) as connection:
        explanations = connection.execute(
            "select delivery_id, row_number, explanation from quality.explanations"
        ).fetchall()
        sign_offs = connection.execute(
            "select is_fit, signed_by, note, is_current from quality.sign_offs "
            "order by sign_off_id"
        ).fetchall()
    assert explanations == [(delivery_id, 4, TEXT)]
    assert sign_offs == [
        (True, "Anna", None, False),
        (False, "Bram", "toch niet", True),
    ]
