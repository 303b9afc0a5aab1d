"""The overview and the pages of the outcomes: what they show, and of whom."""

import pytest
from components import attribute, draw, find, text, walk

from dashboard.charts.category_charts import apart, shares
from dashboard.components.spark import Dot, sparkline, strip
from dashboard.model.measures import Indicator, Measure, Measures
from dashboard.pages.overview.changes import last_two
from dashboard.pages.overview.region import Region, region_strip

A, B = "vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007"
PATHS = ["/", "/meldingen", "/bereik", "/resultaten", "/deurwaarder", "/terugval"]
SHARE = Indicator("s", "Deel", aggregate="share", number_format="percent")


def themes(page):
    """The headlines of the overview: their value by indicator, and where they lead."""
    found = {}
    for part in walk(page.content):
        if "theme " in str(attribute(part, "className")):
            links = [one.href for one in walk(part) if hasattr(one, "href")]
            found[attribute(part, "data-indicator")] = links
    return found


def test_every_theme_has_a_headline_that_leads_to_its_page(app):
    page = draw(app, "/", {"pilot": B})
    links = themes(page)
    assert len(links) == 10
    for [href] in links.values():
        assert href.startswith((*PATHS[1:], "/registratie"))
        assert href.endswith(f"?pilot={B}")


def test_the_questions_of_a_manager_are_answered_in_their_order(app):
    words = text(draw(app, "/").content)
    asked = [
        "Worden ze opgepakt?",
        "Wie bereiken we?",
        "Wat leveren bezoeken op?",
        "Wie komt bij de deurwaarder?",
        "Wie wordt ontruimd?",
        "Komen mensen terug?",
        "Welke aanpak werkt beter?",
        "Hoe zeker zijn we?",
    ]
    places = [words.index(question) for question in asked]
    assert places == sorted(places)


def test_one_way_of_working_is_set_beside_no_other(app):
    words = text(draw(app, "/", {"pilot": B}).content)
    assert "Percentages naar manier van werken" not in words
    assert "geen twee manieren van werken" in words


def test_a_headline_shows_its_months_in_words(app):
    words = text(draw(app, "/", {"pilot": B}).content)
    assert "12 in mrt 2007, 8 in sep 2007" in words


def test_who_may_see_one_district_sees_no_region(app):
    page = draw(app, "/", {"district": "centrum"}, role="district_viewer")
    assert "regio:" not in text(page.content)
    everywhere = draw(app, "/", {"district": "centrum"})
    assert "regio:" in text(everywhere.content)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", ["coordinator", "viewer", "district_viewer"])
def test_every_page_is_drawn_for_everybody(app, path, role):
    page = draw(app, path, {"pilot": A}, role=role)
    assert attribute(find(page.content, "id", "page-heading"), "tabIndex") == -1
    names = [
        attribute(part, "data-chart")
        for part in walk(page.content)
        if attribute(part, "data-chart")
    ]
    assert len(names) == len(set(names)), "the ids of charts must differ"


@pytest.mark.parametrize(
    ("query", "search"),
    [
        ({}, ""),
        (
            {"outcome": "bailiff", "group": "accepted"},
            "?outcome=bailiff&group=accepted",
        ),
        ({"outcome": "signal", "group": "all"}, ""),
        ({"outcome": "' or 1=1", "group": "household_id"}, ""),
        ({"pilot": B, "group": "pilot"}, f"?pilot={B}&group=pilot"),
    ],
)
def test_the_choices_of_the_curves_stand_in_the_address(app, query, search):
    assert draw(app, "/terugval", query).search == search


@pytest.mark.parametrize(
    ("periods", "chosen", "found"),
    [
        (["2009-Q2", "2009-Q1", "2009-Q3"], None, ("2009-Q2", "2009-Q3")),
        (["2009-Q1", "2009-Q2", "2009-Q3"], "2009-Q2", ("2009-Q1", "2009-Q2")),
        (["2008", "2009"], "2008", None),
        (["2009"], None, None),
        ([], None, None),
    ],
)
def test_a_period_is_set_beside_the_one_before(periods, chosen, found):
    assert last_two(periods, chosen) == found


def share(part, whole, lower, upper):
    return Measure(
        SHARE,
        numerator=part,
        denominator=whole,
        value=part / whole,
        lower=lower,
        upper=upper,
    )


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (share(60, 100, 0.50, 0.69), "hier hoger"),
        (share(20, 100, 0.13, 0.29), "hier lager"),
        (share(42, 100, 0.33, 0.52), "kan toeval zijn"),
    ],
)
def test_a_district_is_compared_without_a_rank(app, own, words):
    region = Region(
        share(400, 1000, 0.37, 0.43),
        {"a": own, "b": share(10, 50, 0.11, 0.33), "unknown": own},
        "a",
    )
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        found = region_strip(own, region)
    assert words in text(found)
    dots = [
        part for part in walk(found) if "strip-dot" in str(attribute(part, "className"))
    ]
    assert len(dots) == 2


def test_a_gap_and_a_zero_look_unlike_in_the_months():
    shape = next(
        attribute(part, "style")
        for part in walk(sparkline([4, 0, None, 1], "woorden"))
        if attribute(part, "className") == "spark-bars"
    )
    assert shape == {
        "clipPath": "polygon("
        "0.0% 100%, 0.0% 0%, 20.0% 0%, 20.0% 100%, "
        "25.0% 100%, 25.0% calc(100% - 1px), 45.0% calc(100% - 1px), 45.0% 100%, "
        "75.0% 100%, 75.0% 75%, 95.0% 75%, 95.0% 100%)",
        "--last-bar": "75.0%",
    }


def test_the_district_that_is_asked_after_lies_on_top():
    dots = [Dot("a", 0.2, is_here=True), Dot("b", 0.4)]
    found = [
        attribute(part, "className")
        for part in walk(strip(dots, 0.3, ""))
        if str(attribute(part, "className")).startswith("strip-")
    ]
    assert found[:3] == ["strip-middle", "strip-dot", "strip-dot strip-here"]


def category(code, part, unknown=0, **changes):
    return Measure(
        SHARE,
        code,
        f"naam {code}",
        numerator=part,
        denominator=10,
        value=part / 10,
        unknown=unknown,
        **changes,
    )


def drawn(app, build, *categories):
    values = Measures({"s": SHARE}, {("s", one.category): one for one in categories})
    with app.server.test_request_context("/", headers={"Cookie": "language=nl"}):
        found = build(values, "s")
    figures = [part.figure for part in walk(found) if hasattr(part, "figure")]
    return text(found), figures[0] if figures else None


def labels(figure):
    return [
        label.split("<br><span")[0].replace("<br>", " ")
        for label in figure["layout"]["yaxis"]["ticktext"]
    ]


def test_unknown_units_have_a_row_of_their_own(app):
    _, figure = drawn(app, shares, category("a", 6, 3), category("b", 1, 3))
    assert labels(figure) == ["naam a", "naam b", "onbekend"]
    [bars] = figure["data"]
    assert bars["x"] == [0.6, 0.1, 0.3]
    assert bars["marker"]["pattern"]["shape"] == ["", "", "/"]


def test_unknown_is_not_told_twice(app):
    _, figure = drawn(app, shares, category("a", 7, 3), category("unknown", 3, 3))
    assert labels(figure) == ["naam a", "naam unknown"]
    assert figure["data"][0]["marker"]["pattern"]["shape"] == ["", "/"]


def test_a_hidden_category_is_not_drawn(app):
    hidden = Measure(SHARE, "b", "naam b", is_hidden=True)
    _, figure = drawn(app, shares, category("a", 6), hidden)
    assert figure["data"][0]["x"] == [0.6, None]
    assert "Te klein om te tonen" in str(figure["layout"]["annotations"])


@pytest.mark.parametrize(
    ("categories", "words"),
    [
        ([], "Niet geleverd"),
        ([category("a", 0), category("b", 0)], "Nul in elke categorie"),
        ([Measure(SHARE, "a", "naam", is_hidden=True)], "Te klein om te tonen"),
        ([Measure(SHARE, "a", "naam")], "Niet van toepassing"),
    ],
)
def test_an_empty_chart_says_why(app, categories, words):
    said, figure = drawn(app, shares, *categories)
    assert figure is None
    assert words in said


def test_groups_apart_keep_their_own_unknowns(app):
    _, figure = drawn(app, apart, category("1", 6, 3), category("2", 1, 0))
    assert labels(figure) == ["naam 1", "naam 2"]


def test_groups_of_which_nothing_is_known_say_so(app):
    said, figure = drawn(app, apart, category("1", 0, 10))
    assert figure is None
    assert "Onbekend" in said
