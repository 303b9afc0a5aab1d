"""What the release holds ready equals what the command computes on the spot."""

from datetime import date, timedelta

import duckdb
import pytest

from warehouse.figures.indicators import read_indicators

SETS = {
    "total": [],
    "district": ["district"],
    "pilot": ["pilot"],
    "programme": ["programme"],
    "corporation": ["corporation"],
    "district,pilot": ["district", "pilot"],
}
PERIODS = {"total": [], "month": ["month"], "quarter": ["quarter"], "year": ["year"]}
DIMENSIONS = ("district", "pilot", "programme", "corporation")
FIGURES = ("numerator", "denominator", "value", "lower", "upper", "unknown")
BOUNDS = ("period_start", "period_end")
DISTRICTS = ("centrum", "noord", "osdorp")
PILOTS = (
    "vroegmelding-centrum-2007",
    "vroeg-eropaf-transvaal-2007",
    "stedelijk-2009",
)
ANSWERS = ("true", "false", None)


def _signal(number):
    day = date(2007, 2, 20) + timedelta(7 * number)
    return {
        "signal_id": f"s{number}",
        "household_id": f"h{number // 2}",
        "signal_date": day.isoformat() if number % 7 else None,
        "district": DISTRICTS[number // 3 % 3],
        "pilot": PILOTS[number // 6 % 2 if number < 60 else 2],
        "corporation": ("ymere", "eigen-haard")[number % 30 == 0],
        "arrears_amount": str(37 * number) if number % 4 else None,
        "is_attempted": ("true", "false")[number % 3 == 0],
        "days_to_first_attempt": str(number % 11),
        "is_opened": ANSWERS[number // 2 % 3],
        "is_reached": ANSWERS[number % 2],
        "reached_channel": ("ring", "phone")[number % 2],
        "is_accepted": ANSWERS[number % 3],
        "no_visit_reason": ("left", "other", None)[number % 3],
        "sex": ("male", "female", "unknown")[number % 3],
    }


def _facts():
    numbers = range(120)
    return {
        "fct_signals": [_signal(number) for number in numbers],
        "fct_bailiff_outcomes": [
            {
                "household_id": _signal(number)["household_id"],
                "pilot": _signal(number)["pilot"],
                "before": ("never", "once", "unknown")[number % 3],
                "is_during": ("true", "false")[number % 2],
            }
            for number in numbers
            if number % 2 == 0
        ],
        "fct_evictions_monthly": [
            {
                "district": DISTRICTS[number % 3],
                "month": f"2007-{1 + number:02d}-01",
                "announced": str(9 + number),
                "executed": str(number),
                "averted": "9",
            }
            for number in range(12)
        ],
        "fct_conferences": [
            {"participants": str(3 + number), "registered_date": f"2007-0{number}-09"}
            for number in range(1, 6)
        ],
    }


@pytest.fixture(scope="module")
def prepared(world):
    world.load(_facts())
    world.make_values_again()
    with duckdb.connect(str(world.database), read_only=True) as connection:
        cursor = connection.execute("select * from marts.indicator_values")
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return world.database, rows


def _period_key(period, start):
    return {
        "total": "",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year}",
    }[period]


def _of_release(rows, dimension_set, period):
    chosen = [
        row
        for row in rows
        if (row["dimension_set"], row["period_type"]) == (dimension_set, period)
    ]
    return {
        (
            row["indicator_id"],
            row["category"],
            *(row[name] for name in SETS[dimension_set]),
            *([_period_key(period, row["period_start"])] if period != "total" else []),
        ): [row[name] for name in FIGURES]
        + [row[name] and row[name].isoformat() for name in BOUNDS]
        for row in chosen
    }


def _on_the_spot(database, by):
    return {
        (
            row["indicator_id"],
            row.get("category"),
            *(row[name] for name in by),
        ): [row[name] for name in (*FIGURES, *BOUNDS)]
        for row in read_indicators(database, by=by)
    }


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("dimension_set", SETS)
def test_every_value_equals_the_one_computed_on_the_spot(
    prepared, dimension_set, period
):
    database, rows = prepared
    release = _of_release(rows, dimension_set, period)
    spot = _on_the_spot(database, SETS[dimension_set] + PERIODS[period])
    assert release.keys() == spot.keys()
    assert release
    for key, figures in release.items():
        assert spot[key] == pytest.approx(figures), key


def test_dimensions_that_are_not_split_are_empty(prepared):
    _, rows = prepared
    for row in rows:
        split = SETS[row["dimension_set"]]
        assert [name for name in DIMENSIONS if row[name] is not None] == split
