"""Only what the release knows comes through from an address."""

import pytest

from dashboard.selection import Options, Selection, to_search

OPTIONS = Options(("centrum", "noord"), ("a-2007", "b-2007"), (2007, 2008))


@pytest.mark.parametrize(
    ("query", "expected", "dimension_set"),
    [
        ({}, Selection(), "total"),
        ({"district": "noord"}, Selection("noord"), "district"),
        ({"pilot": "b-2007"}, Selection(pilot="b-2007"), "pilot"),
        (
            {"district": "centrum", "pilot": "a-2007", "year": "2008"},
            Selection("centrum", "a-2007", 2008),
            "district,pilot",
        ),
        ({"district": "' or 1=1 --", "year": "2007; drop"}, Selection(), "total"),
        ({"district": "Noord", "year": "1999", "x": "y"}, Selection(), "total"),
    ],
)
def test_reading_an_address(query, expected, dimension_set):
    selection = Selection.from_query(query, OPTIONS)
    assert selection == expected
    assert selection.dimension_set == dimension_set


def test_an_address_reproduces_its_view():
    selection = Selection("centrum", "a-2007", 2008)
    assert selection.search == "?district=centrum&pilot=a-2007&year=2008"
    assert Selection().search == ""


def test_empty_values_stay_out_of_the_address():
    assert to_search({"a": None, "b": "", "c": "x y"}) == "?c=x+y"
