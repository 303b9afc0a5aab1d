"""Only what the release knows, and the visitor may see, comes from an address."""

from datetime import date

import pytest

from dashboard.model.periods import Period
from dashboard.model.selection import NOWHERE, Options, Selection, to_search

OPTIONS = Options(
    ("centrum", "noord"),
    ("a-2007", "b-2007"),
    ("2007", "2008", "2008-Q1", "2008-03"),
    sex=("female", "male"),
    age=("25-34",),
)


@pytest.mark.parametrize(
    ("query", "expected", "conditions"),
    [
        ({}, Selection(), {}),
        ({"district": "noord"}, Selection("noord"), {"district": "noord"}),
        ({"pilot": "b-2007"}, Selection(pilot="b-2007"), {"pilot": "b-2007"}),
        (
            {"sex": "male", "age": "25-34", "period": "2008-Q1"},
            Selection(sex="male", age="25-34", period="2008-Q1"),
            {"sex": "male", "age_band": "25-34"},
        ),
        ({"district": "' or 1=1 --", "period": "2007; drop"}, Selection(), {}),
        ({"district": "Noord", "period": "1999", "x": "y"}, Selection(), {}),
        ({"conditions": "x", "needs_district": "1"}, Selection(), {}),
    ],
)
def test_reading_an_address(query, expected, conditions):
    selection = Selection.from_query(query, OPTIONS)
    assert selection == expected
    assert selection.conditions == conditions


def test_an_address_reproduces_its_view():
    selection = Selection("centrum", "a-2007", "2008", sex="male")
    assert selection.search == ("?district=centrum&pilot=a-2007&period=2008&sex=male")
    assert Selection().search == ""


def test_an_old_address_still_names_a_year():
    assert Selection.from_query({"year": "2008"}, OPTIONS).period == "2008"
    both = {"year": "2007", "period": "2008-03"}
    assert Selection.from_query(both, OPTIONS).period == "2008-03"


def test_who_sees_some_districts_always_looks_at_one():
    theirs = Options(("noord",), needs_district=True)
    assert Selection.from_query({}, theirs).district == "noord"
    assert Selection.from_query({"district": "centrum"}, theirs).district == "noord"
    none = Options((), needs_district=True)
    assert Selection.from_query({"district": "noord"}, none).district == NOWHERE


def test_empty_values_stay_out_of_the_address():
    assert to_search({"a": None, "b": "", "c": "x y"}) == "?c=x+y"


def test_a_view_in_words():
    labels = {"district": {"noord": "Noord"}, "sex": {"male": "man"}}
    selection = Selection("noord", period="2008").with_(sex="male")
    assert selection.describe(labels) == ["Noord", "2008", "man"]


@pytest.mark.parametrize(
    ("code", "kind", "first", "last"),
    [
        ("2008", "year", date(2008, 1, 1), date(2008, 12, 31)),
        ("2008-Q1", "quarter", date(2008, 1, 1), date(2008, 3, 31)),
        ("2008-Q4", "quarter", date(2008, 10, 1), date(2008, 12, 31)),
        ("2008-02", "month", date(2008, 2, 1), date(2008, 2, 29)),
    ],
)
def test_a_period_and_its_days(code, kind, first, last):
    period = Period.parse(code)
    assert (period.kind, period.first, period.last) == (kind, first, last)
    assert period.code == code


@pytest.mark.parametrize("text", [None, "", "08", "2008-Q5", "2008-13", "0000", "٢٠٠٨"])
def test_what_is_no_period(text):
    assert Period.parse(text) is None
