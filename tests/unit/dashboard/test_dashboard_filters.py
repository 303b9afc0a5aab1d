"""The filter bar: what is active stands apart, and can be taken away."""

from components import attribute, draw, text, walk
from dash import dcc

from dashboard.components.filters import choice, filter_bar

NAMES = ["a", "b", "c", "d", "e", "f"]


def bar(app, **chosen):
    with app.server.test_request_context():
        choices = [
            choice(name, name.upper(), chosen.get(name), [("x", "Ex")], "All")
            for name in NAMES
        ]
        return filter_bar(choices, "/page")


def chips(tree) -> dict[str, str]:
    """Return the addresses of the chips by their words."""
    return {
        text(part): part.href
        for part in walk(tree)
        if isinstance(part, dcc.Link) and attribute(part, "className") == "chip"
    }


def fold(tree):
    return next(part for part in walk(tree) if attribute(part, "id") == "more-filters")


def test_a_chip_takes_away_its_own_filter_only(app):
    found = chips(bar(app, a="x", f="x"))
    assert found == {"A: Ex weghalen": "/page?f=x", "F: Ex weghalen": "/page?a=x"}


def test_nothing_active_means_nothing_to_clear(app):
    assert chips(bar(app)) == {}
    assert "Wis filters" not in text(bar(app))
    assert "Wis filters" in text(bar(app, b="x"))


def test_the_fold_tells_how_many_of_its_filters_are_active(app):
    assert "Meer filters (1)" in text(fold(bar(app, a="x", f="x")))
    assert "(" not in text(fold(bar(app, a="x")))


def test_a_filter_that_must_be_chosen_is_no_chip(app):
    with app.server.test_request_context():
        tree = filter_bar([choice("left", "Left", "x", [("x", "Ex")])], "/page")
    assert chips(tree) == {}


def test_the_page_of_a_view_names_its_filters(app):
    page = draw(app, "/", {"pilot": "vroeg-eropaf-transvaal-2007", "district": "x"})
    assert list(chips(page.content)) == [
        "Pilot: Vroeg-Eropaf Transvaal 2007 (B) weghalen"
    ]
