"""What changed since the release before: findings and redelivered records."""

from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from expectations.audit.audit import write_findings
from expectations.gate.gate import run_gate
from tests.spec.checks.check_cases import Case

MARCH, APRIL = date(2007, 3, 13), date(2007, 4, 2)
NUMBERED = (
    {"signal_key": "a", "signal_date": MARCH, "arrears_amount": -5},
    {"signal_key": "b", "signal_date": MARCH, "arrears_amount": -6},
    {"signal_key": "c", "signal_date": MARCH, "arrears_amount": 7},
    {"signal_key": "d", "signal_date": APRIL, "arrears_amount": 8},
)
NEGATIVE = "signals_arrears_negative"


@pytest.fixture
def release(make_database, ask, tmp_path):
    """Make and audit a release: ``release("second", previous=first, april=Case())``.

    Every case is a delivery of the district and pilot noord, in the order given.
    """

    def make(name: str, previous: Path | None = None, **cases: Case) -> Path:
        made = make_database(**cases)
        path = tmp_path / name / "warehouse.duckdb"
        path.parent.mkdir()
        copyfile(made, path)
        for sequence, delivery in enumerate(cases, 1):
            ask(
                path,
                f"update landing.deliveries set sequence = {sequence} "
                f"where delivery_id = '{delivery}'",
            )
        for table in ("landing.deliveries", "intermediate.int_signals__standardised"):
            ask(path, f"update {table} set district = 'noord', pilot = 'noord'")
        ask(path, "create table quality.deliveries as from landing.deliveries")
        write_findings(path, run_gate(path, "release"), previous)
        return path

    return make


def changes(ask, path: Path) -> set[tuple]:
    return set(
        ask(
            path,
            "select change, because, delivery_id, row_number "
            f"from quality.finding_changes where check_id = '{NEGATIVE}'",
        )
    )


def test_without_a_release_before_nothing_is_compared(release, ask):
    path = release("first", first=Case(NUMBERED))
    assert ask(path, "from quality.finding_changes") == []
    assert ask(path, "from quality.delivery_comparisons") == []


def test_new_persisting_and_solved_findings(release, ask):
    first = release("first", old=Case(NUMBERED))
    mended = [
        NUMBERED[0],
        NUMBERED[1] | {"arrears_amount": 6},
        NUMBERED[2] | {"arrears_amount": -7},
    ]
    second = release("second", first, old=Case(mended))
    assert changes(ask, second) == {
        ("persisting", None, "old", 1),
        ("solved", "record", "old", 2),
        ("new", "record", "old", 3),
    }
    ids = ask(
        second, "select distinct previous_release_id from quality.finding_changes"
    )
    assert ids == [("first",)]


def test_a_finding_follows_its_record_to_a_new_delivery(release, ask):
    first = release("first", old=Case(NUMBERED))
    again = [NUMBERED[3], NUMBERED[0], NUMBERED[1] | {"arrears_amount": 6}]
    second = release("second", first, new=Case(again))
    assert changes(ask, second) == {
        ("persisting", None, "new", 2),
        ("solved", "delivery", "old", 2),
    }


def test_a_record_reported_anew_is_judged_by_its_last_report(release, ask):
    first = release("first", old=Case(NUMBERED))
    again = [NUMBERED[0], NUMBERED[1] | {"arrears_amount": 6}]
    second = release("second", first, old=Case(NUMBERED), new=Case(again))
    assert ask(
        second,
        "select delivery_id, row_number, is_superseded from quality.findings "
        f"where check_id = '{NEGATIVE}' order by all",
    ) == [("new", 1, False), ("old", 1, True), ("old", 2, True)]
    assert changes(ask, second) == {
        ("persisting", None, "new", 1),
        ("solved", "record", "old", 2),
    }


def comparison(ask, path: Path) -> list[tuple]:
    return ask(
        path,
        "select delivery_id, earlier_delivery_id, relation, entity, added, changed, "
        "vanished, unchanged from quality.delivery_comparisons order by all",
    )


def test_a_repeated_delivery_is_compared_in_its_own_months(release, ask):
    later = [
        NUMBERED[0],
        NUMBERED[1] | {"arrears_amount": 6, "sex": "female"},
        {"signal_key": "e", "signal_date": MARCH},
    ]
    path = release("first", old=Case(NUMBERED), new=Case(later))
    assert comparison(ask, path) == [("new", "old", "repeats", "signals", 1, 1, 1, 1)]
    assert ask(
        path,
        "select difference, row_number, earlier_row_number, changed_fields "
        "from quality.delivery_differences order by all",
    ) == [
        ("added", 3, None, None),
        ("changed", 2, 2, ["sex", "arrears_amount"]),
        ("vanished", None, 3, None),
    ]


def test_a_replaced_delivery_is_compared_and_remembered(release, ask):
    first = release("first", old=Case(NUMBERED))
    # The ledger goes on counting, so that a later delivery never comes before.
    second = release("second", first, none=Case([]), new=Case(NUMBERED[:2]))
    expected = [("new", "old", "replaces", "signals", 0, 0, 2, 2)]
    assert comparison(ask, second) == expected
    third = release("third", second, none=Case([]), new=Case(NUMBERED[:2]))
    assert comparison(ask, third) == expected
    assert len(ask(third, "from quality.delivery_differences")) == 2


def test_another_district_is_never_compared_with(release, ask):
    path = release("first", old=Case(NUMBERED), new=Case([{"signal_key": "z"}]))
    assert comparison(ask, path) == []
