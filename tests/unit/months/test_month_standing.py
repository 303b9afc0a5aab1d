"""Where a month stands: expected, late, missing, held, accepted, nothing."""

from datetime import UTC, date, datetime

import pytest

from tests.accounts import identity_of
from tests.unit.explanations.ledgers import new_delivery
from tests.unit.months.conftest import FORMS, REGAS, REGION, TALLY
from tests.unit.workspace.small_tables import publish
from warehouse.errors import UserError
from warehouse.ledger.tables import State
from warehouse.stewardship.months.board import read_board
from warehouse.stewardship.months.calendar import due_day_after, read_month, shift
from warehouse.stewardship.months.standing import Standing
from warehouse.stewardship.months.statements import declare_nothing, put_off

COORDINATOR = identity_of("coordinator")
CENTRUM = {
    "district": "centrum",
    "pilot": "vroegmelding-centrum-2007",
    "format": "overdrachtsformulier",
}
MARCH, APRIL, MAY = date(2007, 3, 1), date(2007, 4, 1), date(2007, 5, 1)


def cell(home, owed, month, who=COORDINATOR):
    (found,) = [
        one
        for one in read_board(home, who).cells
        if one.owed == owed and one.month == month
    ]
    return found


def standing(home, owed, month):
    return cell(home, owed, month).standing


@pytest.mark.parametrize(
    ("month", "day", "due"),
    [
        (date(2007, 1, 1), 31, date(2007, 2, 28)),
        (date(2007, 12, 1), 10, date(2008, 1, 10)),
    ],
)
def test_the_last_day_lies_in_the_next_month(month, day, due):
    assert due_day_after(month, day) == due


def test_months_are_counted_and_read():
    assert shift(date(2007, 1, 1), -1) == date(2006, 12, 1)
    assert read_month("2007-03") == MARCH
    assert [read_month(text) for text in (None, "", "2007-13", "x")] == [None] * 4


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2007, 4, 10), Standing.EXPECTED),
        (date(2007, 4, 11), Standing.LATE),
        (date(2007, 5, 10), Standing.LATE),
        (date(2007, 5, 11), Standing.MISSING),
    ],
)
def test_without_a_delivery_the_day_decides(home, today, expected):
    home.as_of = today
    assert standing(home, FORMS, MARCH) is expected


def test_a_month_outside_the_plan_is_not_expected(home):
    assert standing(home, FORMS, date(2006, 12, 1)) is Standing.NOT_EXPECTED


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((State.RECEIVED,), Standing.RECEIVED),
        ((State.RECEIVED, State.HELD), Standing.HELD),
        ((State.RECEIVED, State.ACCEPTED), Standing.ACCEPTED),
        ((State.RECEIVED, State.ACCEPTED, State.WITHDRAWN), Standing.LATE),
        ((State.REFUSED,), Standing.LATE),
    ],
)
def test_a_delivery_shows_its_state_while_it_lives(home, states, expected):
    new_delivery(home, *states, period=APRIL, **CENTRUM)
    assert standing(home, FORMS, APRIL) is expected
    assert standing(home, REGAS, APRIL) is Standing.LATE


def test_of_two_deliveries_the_one_that_asks_for_work_is_shown(home):
    new_delivery(home, State.RECEIVED, State.ACCEPTED, period=APRIL, **CENTRUM)
    new_delivery(home, State.RECEIVED, State.HELD, period=APRIL, **CENTRUM)
    assert standing(home, FORMS, APRIL) is Standing.HELD


def test_a_delivery_without_a_month_is_about_those_of_its_records(home):
    accepted = (State.RECEIVED, State.ACCEPTED)
    one = new_delivery(home, *accepted, **CENTRUM)
    named = new_delivery(home, *accepted, period=MAY, **CENTRUM)
    waiting = new_delivery(home, State.RECEIVED, **CENTRUM)
    pilot = CENTRUM["pilot"]
    months = [
        ("a", one, "centrum", pilot, MARCH, 4),
        ("b", one, "centrum", pilot, APRIL, 2),
        # It says that it is about May: a stray day does not fill another month.
        ("c", named, "centrum", pilot, date(2007, 2, 1), 1),
        ("d", named, "centrum", pilot, MAY, 7),
    ]
    publish(home.home_dir, {"quality.delivery_months": months})

    found = {
        month: cell(home, FORMS, month) for month in (date(2007, 2, 1), MARCH, MAY)
    }
    assert found[MARCH].standing is Standing.ACCEPTED
    assert found[MARCH].records == 4
    assert found[MAY].records == 7
    assert found[date(2007, 2, 1)].standing is Standing.MISSING
    assert read_board(home, COORDINATOR).without_month == (waiting,)


def test_a_delivery_about_the_region_fulfils_what_the_region_owes(home):
    one = new_delivery(
        home, State.RECEIVED, State.ACCEPTED, format="boedelbeheer", district=None
    )
    months = [
        ("a", one, "centrum", None, APRIL, 3),
        ("b", one, "noord", None, APRIL, 4),
    ]
    publish(home.home_dir, {"quality.delivery_months": months})
    found = cell(home, REGION, APRIL)
    assert (found.standing, found.records) == (Standing.ACCEPTED, 7)


def test_what_comes_unasked_is_shown_too(home):
    new_delivery(
        home,
        State.RECEIVED,
        State.ACCEPTED,
        period=APRIL,
        district="noord",
        format="declaratie",
    )
    board = read_board(home, COORDINATOR)
    (found,) = [
        one
        for one in board.of_district("noord")
        if one.month == APRIL and one.owed.format == "declaratie"
    ]
    assert found.standing is Standing.ACCEPTED
    (summary,) = [one for one in board.by_month("noord") if one.month == APRIL]
    assert (summary.standing, summary.settled, summary.owed) == (Standing.LATE, 1, 2)


def test_a_declaration_fills_what_it_is_about_and_nothing_else(home):
    declare_nothing(
        home, COORDINATOR, APRIL, "vakantie", district="centrum", source_format="regas"
    )
    assert standing(home, REGAS, APRIL) is Standing.DECLARED_EMPTY
    assert standing(home, REGAS, MAY) is Standing.EXPECTED
    assert standing(home, FORMS, APRIL) is Standing.LATE
    assert standing(home, TALLY, APRIL) is Standing.LATE


def test_a_delivery_goes_before_a_declaration(home):
    declare_nothing(home, COORDINATOR, APRIL, "vakantie", district="centrum")
    assert standing(home, FORMS, APRIL) is Standing.DECLARED_EMPTY
    new_delivery(home, State.RECEIVED, State.HELD, period=APRIL, **CENTRUM)
    assert standing(home, FORMS, APRIL) is Standing.HELD


def test_more_time_makes_it_expected_again(home):
    put_off(home, COORDINATOR, APRIL, TODAY_AND_MORE, "systeem stuk", district="noord")
    assert standing(home, TALLY, APRIL) is Standing.EXPECTED
    assert standing(home, FORMS, APRIL) is Standing.LATE


TODAY_AND_MORE = date(2007, 6, 20)


@pytest.mark.parametrize(
    ("received", "days"), [(date(2007, 5, 10), 0), (date(2007, 5, 13), 3)]
)
def test_it_is_told_how_late_it_came(home, received, days):
    moment = datetime.combine(received, datetime.min.time(), UTC)
    accepted = (State.RECEIVED, State.ACCEPTED)
    new_delivery(home, *accepted, period=APRIL, received_at=moment, **CENTRUM)
    assert cell(home, FORMS, APRIL).days_late == days


def test_history_is_never_late(home):
    one = new_delivery(home, State.RECEIVED, State.ACCEPTED, **CENTRUM)
    months = [
        (str(number), one, "centrum", None, date(2007, number, 1), 1)
        for number in (1, 2, 3, 4)
    ]
    publish(home.home_dir, {"quality.delivery_months": months})
    assert cell(home, FORMS, date(2007, 1, 1)).days_late == 0


def test_a_deliverer_sees_the_own_district_only(home):
    board = read_board(home, identity_of("deliverer"))
    assert board.districts == ("centrum",)
    with pytest.raises(UserError):
        read_board(home, identity_of("viewer"))


def test_the_board_can_be_turned_back_but_not_beyond_what_there_is(home):
    board = read_board(home, COORDINATOR, date(1999, 1, 1))
    assert board.months[-1] == board.first_month == date(2007, 1, 1)
    assert read_board(home, COORDINATOR, date(2099, 1, 1)).months[-1] == shift(MAY, 1)
    assert len(board.months) == 12
