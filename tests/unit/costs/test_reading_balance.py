"""The balance of a release, place by place."""

import pytest

from warehouse.cli.costs import _changes
from warehouse.errors import UserError
from warehouse.figures.costs import reading
from warehouse.figures.costs.reading import read_balance

ROWS = [
    {"indicator_id": "visit_attempts", "district": "noord", "value": 100},
    {"indicator_id": "cost_total", "district": "noord", "value": 1000},
    {"indicator_id": "target_evictions_averted", "district": "noord", "value": 4},
    {"indicator_id": "visit_attempts", "district": "osdorp", "value": 10},
]


@pytest.fixture(autouse=True)
def rows(monkeypatch):
    monkeypatch.setattr(reading, "read_indicators", lambda *_args, **_options: ROWS)


def test_every_place_has_a_row_per_scenario(tmp_path):
    found = read_balance(tmp_path, ["district"])
    assert [(row["district"], row["scenario"]) for row in found] == [
        (district, name)
        for district in ("noord", "osdorp")
        for name in ("low", "middle", "high")
    ]
    middle, without = found[1], found[4]
    assert (middle["prevented"], middle["cost"]) == (2, 1000)
    assert (without["prevented"], without["cost"]) == (None, 300)
    assert without["is_estimated"]


def test_noord_comes_out_with_its_own_numbers(tmp_path):
    given = {"prevented": 15, "cost": 200_788}
    middle = read_balance(tmp_path, ["district"], given)[1]
    assert (round(middle["benefit"]), round(middle["net"])) == (222_250, 21_462)


def test_a_parameter_holds_in_every_scenario(tmp_path):
    found = read_balance(tmp_path, ["district"], {"benefit_per_eviction": 10})
    assert [row["benefit"] for row in found[:3]] == pytest.approx([8, 20, 32])


def test_an_unknown_parameter_is_refused(tmp_path):
    with pytest.raises(UserError, match="hour_price"):
        read_balance(tmp_path, ["district"], {"hour_price": 1})


def test_parameters_are_written_as_name_and_number():
    assert _changes(["hour_rate=65", " cost = 1e3"]) == {"hour_rate": 65, "cost": 1000}
    with pytest.raises(UserError):
        _changes(["hour_rate"])
