"""The plan as it is shipped, and how its words are read."""

from datetime import date

import pytest

from seeds.formats import formats
from seeds.rows import read_seed
from warehouse.standard.places import districts, pilots
from warehouse.stewardship.months import plan
from warehouse.stewardship.months.plan import last_planned_month, load_plan


def test_every_line_names_what_exists_and_a_day_of_a_month():
    for line in load_plan():
        assert line.owed.district is None or line.owed.district in districts()
        assert line.owed.pilot is None or line.owed.pilot in pilots()
        assert line.owed.format in formats()
        assert 1 <= line.due_day <= 31
        assert line.first_day < line.last_day


def test_no_obligation_holds_twice_in_a_month():
    lines = load_plan()
    for one in lines:
        same = [other for other in lines if other.owed == one.owed]
        assert sum(other.holds_in(one.first_day) for other in same) == 1


@pytest.mark.parametrize(
    ("word", "pilot", "expected"),
    [
        ("noord", "stedelijk-2009", ["noord"]),
        ("region", "", [None]),
        ("each", "vroegmelding-centrum-2007", ["centrum"]),
        ("each", "stedelijk-2009", sorted(districts())),
    ],
)
def test_the_place_is_a_district_each_or_the_region(monkeypatch, word, pilot, expected):
    row = read_seed("delivery_plan.csv")[0]
    changed = row | {"district": word, "pilot": pilot, "valid_to": ""}
    monkeypatch.setattr(plan, "read_seed", lambda _name: [changed])
    lines = load_plan.__wrapped__()
    assert [line.owed.district for line in lines] == expected
    assert lines[0].holds_in(date(2099, 1, 1)), "without an end it runs on"


def test_the_last_month_owed_is_never_one_to_come():
    lines = load_plan()
    assert last_planned_month(lines, date(2010, 6, 5)) == date(2010, 6, 1)
    assert last_planned_month(lines, date(2026, 1, 1)) == date(2010, 12, 1)
    assert last_planned_month((), date(2010, 6, 5)) is None
