"""Curves of any selection, and what of them a visitor may see."""

from datetime import date

import duckdb
import jinja2
import numpy as np
import pytest

from dashboard.model.selection import Selection
from dashboard.release.curves import TICKS, GroupCurve, Point, curves, protected
from dashboard.release.recidivism_queries import has_curves
from dashboard.server.release_store import Release
from seeds.formats import DBT_PROJECT
from warehouse.figures.disclosure.reader import Audience
from warehouse.figures.statistics.survival import LifeTable, log_rank

SMALLEST = 5
EVERYTHING, LITTLE = Audience(sees_small=True), Audience(sees_small=False)
COLUMNS = (
    "outcome, unit_month, district, pilot, programme, working_model, corporation,"
    " partner_type, sex, age_band, household_type, repeat, accepted, day, leaving,"
    " events"
)


def household(chance, place, month):
    """One closed case: of who came back, was last seen, or was not followed."""
    day = None if chance.random() < 0.05 else int(chance.geometric(0.01))
    is_back = day is not None and chance.random() < 0.6
    return (
        *("signal", month, place, "p", "v", "m", "c", "rent"),
        *("female" if chance.random() < 0.5 else "male", "25-34", "single", "first"),
        *("yes" if chance.random() < 0.3 else "no", day, 1, int(is_back)),
    )


@pytest.fixture(scope="module")
def rows():
    chance = np.random.default_rng(7)
    places = [("noord", 300), ("centrum", 40), ("osdorp", 4)]
    months = [date(2009, 1, 1), date(2009, 6, 1)]
    return [
        household(chance, place, months[number % 2])
        for place, count in places
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def release(rows, tmp_path_factory):
    file = tmp_path_factory.mktemp("curves") / "warehouse.duckdb"
    source = (DBT_PROJECT / "macros" / "survival.sql").read_text(encoding="utf-8")
    macros = jinja2.Environment(autoescape=False).from_string(source).module
    with duckdb.connect(str(file)) as connection:
        connection.execute("create schema marts")
        kinds = ", ".join(f"{name.strip()} text" for name in COLUMNS.split(",")[:13])
        kinds = kinds.replace("unit_month text", "unit_month date")
        connection.execute(
            f"create table marts.fct_recidivism_days ({kinds}, day int,"
            " leaving bigint, events bigint)"
        )
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"insert into marts.fct_recidivism_days ({COLUMNS}) values ({marks})", rows
        )
        connection.execute(macros.create_kaplan_meier())
        connection.execute(
            f"create table marts.indicator_threshold as select {SMALLEST} small_number"
        )
    return Release(str(file))


def found(release, viewer=EVERYTHING, grouping="all", **chosen):
    return curves(release, Selection(**chosen), "signal", grouping, viewer)


def test_a_release_of_before_the_curves_says_so(release, tmp_path):
    file = tmp_path / "warehouse.duckdb"
    duckdb.connect(str(file)).close()
    assert has_curves(release)
    assert not has_curves(Release(str(file)))


@pytest.mark.parametrize(
    ("chosen", "is_in"),
    [
        ({}, lambda row: True),
        ({"district": "centrum"}, lambda row: row[2] == "centrum"),
        ({"sex": "female"}, lambda row: row[8] == "female"),
        ({"period": "2009-06"}, lambda row: row[1] == date(2009, 6, 1)),
        (
            {"period": "2009-Q1", "sex": "male", "pilot": "p"},
            lambda row: row[1] == date(2009, 1, 1) and row[8] == "male",
        ),
        ({"pilot": "other"}, lambda row: False),
    ],
)
def test_a_curve_is_of_the_selection(release, rows, chosen, is_in):
    chosen_rows = [row for row in rows if is_in(row)]
    followed = [row for row in chosen_rows if row[13] is not None]
    answer = found(release, **chosen)
    assert answer.closed == len(chosen_rows)
    assert answer.not_followed == len(chosen_rows) - len(followed)
    for group in answer.groups:
        assert group.left[0] == len(followed)
        assert sum(point.events for point in group.points) == sum(
            row[15] for row in followed
        )
        after = [sum(row[13] >= day for row in followed) for day in TICKS]
        assert list(group.left) == after
    assert bool(answer.groups) == bool(followed)


def test_groups_are_tested_against_each_other(release, rows):
    answer = found(release, grouping="accepted")
    assert [group.code for group in answer.groups] == ["no", "yes"]
    tables = []
    for code in ("no", "yes"):
        of_code = [row for row in rows if row[12] == code and row[13] is not None]
        days, events = [row[13] for row in of_code], [row[15] for row in of_code]
        tables.append(LifeTable(days, [1] * len(days), events))
    assert answer.test.p_value == pytest.approx(log_rank(tables).p_value)


def test_one_group_is_not_tested(release):
    assert found(release).test is None


def test_an_unknown_grouping_is_refused(release):
    with pytest.raises(KeyError):
        found(release, grouping="household_id")


def test_a_small_group_is_hidden_from_who_may_not_see_small_numbers(release):
    answer = found(release, LITTLE, "district")
    hidden = {group.code: group.is_hidden for group in answer.groups}
    assert hidden == {"centrum": False, "noord": False, "osdorp": True}
    assert not any(
        group.is_hidden for group in found(release, grouping="district").groups
    )
    osdorp = next(group for group in answer.groups if group.is_hidden)
    assert (osdorp.points, osdorp.left) == ([], ())


def test_what_is_shown_is_coarse(release):
    answer = found(release, LITTLE, "district")
    assert answer.closed % SMALLEST == 0
    assert answer.not_followed % SMALLEST == 0
    for group in answer.groups:
        assert all(left % SMALLEST == 0 for left in group.left)
        assert not any(point.events or point.censored for point in group.points)


@pytest.mark.parametrize("code", ["centrum", "noord"])
def test_every_step_that_is_shown_stands_for_enough_households(release, code):
    exact = found(release, district=code).groups[0]
    shown = protected(exact, SMALLEST)
    days = [point.day for point in shown.points]
    assert days == sorted(set(days))
    for before, now in zip(shown.points, shown.points[1:], strict=False):
        between = [
            point.events for point in exact.points if before.day < point.day <= now.day
        ]
        if now.survival < before.survival:
            assert sum(between) >= SMALLEST
    last = shown.points[-1].day
    followed = [point.at_risk for point in exact.points if point.day >= last]
    assert followed[0] >= SMALLEST


def test_a_coarse_curve_lies_on_the_exact_one_at_its_steps(release):
    exact = found(release).groups[0]
    by_day = {point.day: point.survival for point in exact.points}
    steps = [
        point for point in protected(exact, SMALLEST).points if point.lower is not None
    ]
    assert len(steps) > 5
    end = steps[-1]
    assert all(point.survival == by_day[point.day] for point in steps if point != end)


def test_the_value_at_a_day_is_that_of_the_last_step_before(release):
    group = found(release).groups[0]
    at = group.at(183)
    assert at.day <= 183
    assert not [one for one in group.points if at.day < one.day <= 183]
    assert group.at(100_000) is None


def test_the_first_step_is_kept_when_people_come_back_at_once():
    points = [Point(0, 20, 6, 0, 0.7, 0.5, 0.9), Point(9, 14, 0, 14, 0.7, 0.5, 0.9)]
    shown = protected(GroupCurve("a", points, [20, 0, 0, 0, 0, 0, 0]), SMALLEST)
    assert [(point.day, point.survival) for point in shown.points] == [
        (0, 1.0),
        (0, 0.7),
        (9, 0.7),
    ]


@pytest.mark.parametrize(
    ("grouping", "chosen"),
    [
        ("accepted", {"sex": "female"}),
        ("model", {"age": "25-34"}),
        ("all", {"sex": "female", "age": "25-34"}),
    ],
)
def test_who_may_not_see_small_numbers_gets_one_group_at_a_time(
    release, grouping, chosen
):
    refused = found(release, LITTLE, grouping, **chosen)
    assert [group.is_hidden for group in refused.groups] == [True]
    assert (refused.closed, refused.test) == (None, None)
    assert found(release, EVERYTHING, grouping, **chosen).closed > 0
    assert found(release, LITTLE, "district", sex="female").closed > 0
