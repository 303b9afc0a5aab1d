"""The scores equal a count that reads neither the catalogue's sums nor its SQL."""

from collections import Counter
from datetime import date

import pytest

from expectations.audit.audit import write_findings
from expectations.gate.gate import run_gate
from tests.spec.checks.check_cases import Case

MARCH, APRIL = date(2007, 3, 13), date(2007, 4, 2)
FORM = {
    "contract_key": "one",
    "birth_year": 1961,
    "postcode4": "1011",
    "programme": "vroeg-eropaf",
    "corporation": "ymere",
    "partner_type": "rent",
    "sex": "female",
    "household_type": "single",
    "rent_amount": 500,
    "arrears_amount": 900,
    "arrears_months": 2,
    "letter_date": date(2007, 3, 1),
    "objected": True,
    "known_before": "no",
}
ROWS = [
    FORM | {"signal_date": MARCH},
    FORM | {"signal_date": MARCH, "contract_key": "two", "birth_year": None},
    FORM | {"signal_date": MARCH, "contract_key": None, "sex": None},
    FORM
    | {
        "signal_date": APRIL,
        "sex": "unmapped",
        "corporation": "unmapped",
        "unmapped_fields": ["sex", "corporation"],
    },
    FORM | {"signal_date": APRIL, "rejection": "test row", "sex": None},
]
# The fields that must be filled in: those of the form and these three, and partner
# type, which the form has no column for.
ASKED = [*(set(FORM) - {"partner_type"}), "signal_date", "district", "pilot"]
# The fields that hold a code, or a place that was mapped to one.
CODED = ("sex", "corporation", "programme", "household_type", "known_before")
CODED_TOO = ("partner_type", "district", "pilot")


@pytest.fixture(scope="module")
def scores(make_database, ask):
    path = make_database(noord=Case(ROWS))
    write_findings(path, run_gate(path, "release"))
    return {
        (month, score): (numerator, denominator)
        for month, score, numerator, denominator in ask(
            path,
            "select month, score, numerator, denominator from quality.scores "
            "where district = 'noord'",
        )
    }


def counted_rows(month: date) -> list[dict]:
    """The rows of a month that count, with the place they are in."""
    return [
        {"district": "noord", "pilot": "noord"} | row
        for row in ROWS
        if row["signal_date"] == month and not row.get("rejection")
    ]


@pytest.mark.parametrize("month", [MARCH, APRIL])
def test_completeness(scores, month):
    rows = counted_rows(month)
    filled = Counter(row.get(name) is not None for row in rows for name in ASKED)
    assert scores[month.replace(day=1), "completeness"] == (
        filled[True],
        filled.total(),
    )


@pytest.mark.parametrize("month", [MARCH, APRIL])
def test_unmapped_share(scores, month):
    codes = [
        row[name]
        for row in counted_rows(month)
        for name in (*CODED, *CODED_TOO)
        if row[name] is not None
    ]
    assert scores[month.replace(day=1), "unmapped_share"] == (
        codes.count("unmapped"),
        len(codes),
    )


def test_timeliness_counts_what_has_a_limit(scores):
    # Of each form only the days to object can be judged: the letter came in time.
    assert scores[date(2007, 3, 1), "timeliness"] == (3, 3)
    assert scores[date(2007, 4, 1), "timeliness"] == (1, 1)


def test_trial_rows_do_not_count(scores):
    assert {month for month, _ in scores} == {date(2007, 3, 1), date(2007, 4, 1)}
