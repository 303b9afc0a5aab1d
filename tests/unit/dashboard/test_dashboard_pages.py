"""The pages show the numbers of the release, for the view that was asked for."""

import json

import pytest
from components import attribute, card, draw, find, text, walk
from dash import dcc

from dashboard.pages import PAGES

A, B = "vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007"


def test_a_card_shows_value_numerator_and_denominator(app):
    state, numbers, words = card(draw(app, "/", {"pilot": B}), "attempted_share")
    assert state == "known"
    assert float(numbers["value"]) == pytest.approx(49 / 75)
    assert (numbers["numerator"], numbers["denominator"]) == ("49.0", "75.0")
    assert "65%" in words
    assert "54–75%" in words


def test_unknowns_stand_beside_the_number(app):
    page = draw(app, "/terugval", {"pilot": B})
    _, numbers, words = card(page, "arrears_again_share")
    assert numbers["unknown"] == "15"
    assert "15 onbekend" in words


@pytest.mark.parametrize(
    ("path", "pilot", "indicator_id", "state"),
    [
        ("/deurwaarder", B, "target_evictions_executed", "known"),
        ("/bereik", A, "second_attempt_share", "known"),
        ("/bereik", A, "reached_share", "not_delivered"),
        ("/deurwaarder", A, "evictions_averted", "not_delivered"),
    ],
)
def test_zero_and_not_delivered_differ(app, path, pilot, indicator_id, state):
    assert card(draw(app, path, {"pilot": pilot}), indicator_id)[0] == state


@pytest.mark.parametrize(
    ("query", "state"),
    [
        ({"pilot": A}, "known"),
        ({"district": "centrum"}, "known"),
        ({"pilot": B}, "not_delivered"),
    ],
)
def test_evictions_are_those_of_the_district_behind_a_pilot(app, query, state):
    found, numbers, _ = card(draw(app, "/deurwaarder", query), "evictions_announced")
    assert found == state
    assert numbers.get("value") == ("161.0" if state == "known" else "")


def test_a_small_number_is_marked(app):
    assert "klein aantal" in card(draw(app, "/", {"pilot": A}), "attempted_share")[2]
    assert (
        "klein aantal" not in card(draw(app, "/", {"pilot": B}), "attempted_share")[2]
    )


@pytest.mark.parametrize(
    ("query", "signals"),
    [
        ({}, 75),
        ({"pilot": A}, 11),
        ({"district": "centrum"}, 11),
        ({"district": "oost-watergraafsmeer", "pilot": B, "year": "2007"}, 75),
        ({"pilot": "unknown' or 1=1"}, 75),
    ],
)
def test_the_address_chooses_the_view(app, query, signals):
    assert float(card(draw(app, "/", query), "signals")[1]["value"]) == signals


def test_a_combination_without_signals_says_so(app):
    page = draw(app, "/", {"district": "centrum", "pilot": B})
    assert "Geen cijfers voor deze keuze" in text(page.content)


def test_comparing_takes_the_two_pilots_by_default(app):
    page = draw(app, "/vergelijken")
    assert page.search == f"?left={A}&right={B}&share=reached_share"
    cells = [
        attribute(part, "data-value")
        for part in walk(find(page.content, "id", "all-figures"))
        if attribute(part, "data-measure") == "value"
    ]
    assert cells[:2] == ["11.0", "75.0"]


def test_comparing_another_way_round(app):
    page = draw(app, "/vergelijken", {"left": B, "right": A})
    assert page.search == f"?left={B}&right={A}&share=reached_share"


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ({}, ["Contractnummer ontbreekt.", "Datum ligt in de toekomst."]),
        ({"severity": "warning"}, ["Datum ligt in de toekomst."]),
        ({"district": "oost-watergraafsmeer"}, ["Contractnummer ontbreekt."]),
        ({"severity": "warning", "district": "oost-watergraafsmeer"}, []),
    ],
)
def test_findings_gravest_first_and_as_filtered(app, query, rows):
    grid = find(draw(app, "/registratie", query).content, "id", "grid-findings")
    assert [row["message"] for row in grid.rowData] == rows


def test_checks_are_named_by_what_they_find(app):
    grid = find(draw(app, "/registratie").content, "id", "grid-checks")
    first = grid.rowData[0]
    assert first["meaning"] == "De huurachterstand is lager dan nul."
    assert (first["status"], first["violating"]) == ("Niet in orde", 1)


def test_differences_with_reported_totals_come_first(app):
    grid = find(draw(app, "/registratie").content, "id", "grid-reconciliation")
    found = [(row["statement"], row["is_equal"]) for row in grid.rowData]
    assert found == [("Bezoeken", "Verschilt"), ("Meldingen", "Gelijk")]


def test_what_the_deliverer_said_stands_beside_the_finding(app):
    grid = find(draw(app, "/registratie", {}).content, "id", "grid-findings")
    said = {row["row_number"]: row["explanation"] for row in grid.rowData}
    assert said == {9: "An: Contract loopt af", 7: None}


def test_who_declared_a_delivery_fit_stands_beside_it(app):
    grid = find(draw(app, "/registratie", {}).content, "id", "grid-deliveries")
    assert [row["signed_by"] for row in grid.rowData] == ["An"]


def test_the_state_of_the_registration(app):
    page = draw(app, "/registratie")
    numbers = {
        attribute(part, "data-measure"): attribute(part, "data-value")
        for part in walk(page.content)
    }
    expected = {"deliveries": "1", "rows_read": "75", "rows_rejected": "1"}
    expected |= {"findings": "2", "checks_failed": "1", "checks_passed": "1"}
    assert expected.items() <= numbers.items()


def drawing(figure):
    """The part of a chart that carries its words: an image, or a map made of links."""
    return next(
        part
        for part in walk(figure)
        if attribute(part, "role") == "img"
        or attribute(part, "className") == "tile-map"
    )


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chart_has_words_and_a_table(app, path, language):
    page = draw(app, path, language=language)
    for graph in (part for part in walk(page.content) if isinstance(part, dcc.Graph)):
        assert graph.config["showSendToCloud"] is False
        assert type(graph.figure) is dict
        json.dumps(graph.figure)
    for figure in (
        part for part in walk(page.content) if attribute(part, "data-chart")
    ):
        assert len(attribute(drawing(figure), "aria-label")) > 20
        assert "tabel" in text(figure) or "table" in text(figure)


@pytest.mark.parametrize("path", PAGES)
def test_the_two_languages_differ(app, path):
    dutch, english = (
        text(draw(app, path, language=one).content) for one in ("nl", "en")
    )
    assert dutch != english
    module = PAGES[path]
    for code, words in (("nl", dutch), ("en", english)):
        with app.server.test_request_context(headers={"Cookie": f"language={code}"}):
            assert module.title() in words
