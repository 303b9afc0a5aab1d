"""The panel behind a number: definition, trend and table, for who may see it."""

from datetime import date

import pytest
from components import find, text, walk
from dash import dcc
from dash.exceptions import PreventUpdate
from flask import g

from dashboard.components.card import number_card
from dashboard.components.definition import definition
from dashboard.components.panel import panel as draw_panel
from dashboard.model.measures import Doubt, Indicator, Measure
from dashboard.server.context import ForbiddenError
from dashboard.shell import panel
from warehouse.identity import Identity, Role

B = "vroeg-eropaf-transvaal-2007"
SHARE = Indicator("some_share", "Some", aggregate="share", number_format="percent")


def ask(app, about, search="", role=Role.VIEWER, districts=None):
    with app.server.test_request_context(headers={"Cookie": "language=nl"}):
        g.identity = Identity("1", "An", role, districts)
        return panel.show(about, search)


def test_the_panel_has_definition_trend_and_table(app):
    found = ask(app, {"indicator": "signals", "category": "", "view": f"?pilot={B}"})
    words = text(found)
    assert "Wat het is." in words
    assert "Vroeg-Eropaf Transvaal 2007 (B)" in words
    assert "meldingen" in words
    graph = next(part for part in walk(found) if isinstance(part, dcc.Graph))
    assert graph.figure["data"][-1]["y"] == [12, 9, 11, 10, 13, 12, 8]
    table = find(found, "className", "numbers").data
    assert table["body"][0][:2] == ["mrt 2007", "12"]
    assert len(table["body"]) == 7


def test_a_month_without_a_value_leaves_a_gap_in_the_trend(app):
    def of(part):
        value = part / 9
        ends = {"lower": value - 0.1, "upper": value + 0.1}
        return Measure(SHARE, numerator=part, denominator=9, value=value, **ends)

    months = {date(2007, 11, 1): of(3), date(2008, 2, 1): of(6)}
    with app.server.test_request_context(headers={"Cookie": "language=nl"}):
        found = draw_panel(of(9), months, "")
    graph = next(part for part in walk(found) if isinstance(part, dcc.Graph))
    *bands, line = graph.figure["data"]
    assert line["y"] == [3 / 9, None, None, 6 / 9]
    assert [set(band["x"]) for band in bands] == [{"nov 2007"}, {"feb 2008"}]


def test_without_its_own_view_a_number_is_that_of_the_address(app):
    found = ask(app, {"indicator": "signals", "view": None}, f"?pilot={B}")
    assert "Vroeg-Eropaf Transvaal" in text(found)


def test_a_number_without_months_says_so(app):
    words = text(ask(app, {"indicator": "at_home_share", "view": f"?pilot={B}"}))
    assert "22 van 49" in words
    assert "Geen cijfers per maand" in words


@pytest.mark.parametrize(
    "about", [None, "signals", {}, {"indicator": "<b>"}, {"indicator": ["signals"]}]
)
def test_what_the_release_does_not_know_is_not_answered(app, about):
    with pytest.raises(PreventUpdate):
        ask(app, about)


def test_nobody_gets_no_panel(app):
    with app.server.test_request_context(), pytest.raises(ForbiddenError):
        panel.show({"indicator": "signals"}, "")


def test_another_district_is_not_shown(app):
    found = ask(
        app,
        {"indicator": "signals", "view": "?district=oost-watergraafsmeer"},
        districts=frozenset({"centrum"}),
    )
    assert "Oost" not in text(found)
    assert "Centrum" in text(found)


def test_the_button_names_the_number_and_its_view(app):
    with app.server.test_request_context():
        measure = Measure(SHARE, "part", view="?pilot=x")
        button = definition(SHARE, measure).to_plotly_json()["props"]
    assert button["data-about"] == "some_share"
    assert button["data-category-asked"] == "part"
    assert button["data-view"] == "?pilot=x"


def remarks(app, measure) -> str:
    with app.server.test_request_context(headers={"Cookie": "language=nl"}):
        return text(number_card(measure))


def test_doubtful_and_provisional_are_marked_in_words(app):
    doubt = Doubt("check", "Iets klopt niet.", 3, 10)
    words = remarks(
        app,
        Measure(
            SHARE,
            numerator=40,
            denominator=80,
            value=0.5,
            doubts=(doubt,),
            is_provisional=True,
        ),
    )
    assert "twijfelachtig (1)" in words
    assert "voorlopig" in words
    assert "klein aantal" not in words


def test_a_hidden_number_shows_no_number(app):
    words = remarks(app, Measure(SHARE, is_hidden=True))
    assert "Te klein om te tonen" in words
    assert not any(character.isdigit() for character in words)
