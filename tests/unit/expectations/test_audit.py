"""The audit writes findings, results and scores, and judges the release."""

from datetime import date

import pytest

from expectations.audit.audit import write_findings
from expectations.gate.gate import run_gate
from tests.spec.checks.check_cases import Case

MARCH = date(2007, 3, 13)
ROWS = [
    {"signal_date": MARCH, "arrears_amount": -5, "sex": "female"},
    {
        "signal_date": MARCH,
        "sex": "unmapped",
        "unmapped_fields": ["sex"],
        "contract_key": "Jansen",
    },
    {"signal_date": date(2007, 4, 2), "rejection": "test row"},
]


@pytest.fixture(scope="module")
def audited(make_database):
    path = make_database(noord=Case(ROWS))
    return path, write_findings(path, run_gate(path, "release"))


def test_a_finding_says_what_where_and_how_to_mend(audited, ask):
    path, _ = audited
    assert ask(
        path,
        """
        select finding_id, entity, field, kind, severity, district, pilot,
            delivery_id, sheet, row_number, column_name, message_nl, source
        from quality.findings where check_id = 'signals_arrears_negative'
        """,
    ) == [
        (
            "signals_arrears_negative-1",
            "signals",
            "arrears_amount",
            "plausibility",
            "error",
            "noord",
            "noord",
            "noord",
            None,
            1,
            "Huurachterstand",
            "Kolom Huurachterstand: De huurachterstand is lager dan nul. Schrijf een "
            "schuld als gewoon bedrag zonder min. Heeft de huurder te veel betaald, "
            "dan hoort er geen melding te zijn.",
            "check",
        )
    ]


def test_findings_hold_every_violating_row_once(audited, ask):
    path, outcome = audited
    by_check = dict(
        ask(path, "select check_id, count(*) from quality.findings group by all")
    )
    counted = dict(
        ask(
            path,
            "select check_id, sum(violating)::bigint from quality.check_results "
            "where status = 'fail' group by all",
        )
    )
    differences = by_check.pop("reconciliation_published")
    assert differences == 1
    assert by_check == counted
    assert by_check["signals_test_row"] == 1
    assert sum(outcome.findings.values()) == sum(by_check.values()) + differences
    ids = ask(
        path, "select count(*) - count(distinct finding_id) from quality.findings"
    )
    assert ids == [(0,)]


def test_no_message_holds_a_value(audited, ask):
    path, _ = audited
    texts = ask(path, "select message_nl || message_en from quality.findings")
    assert texts
    assert not [text for (text,) in texts if "Jansen" in text or "-5" in text]


def test_a_difference_is_a_finding(audited, ask):
    path, _ = audited
    assert ask(
        path,
        "select finding_id, field, district, severity, message_en "
        "from quality.findings where source = 'reconciliation'",
    ) == [("total-2", "signals", "noord", "warning", "Other.")]


def test_every_check_has_a_result(audited, ask):
    path, outcome = audited
    written = ask(path, "select count(distinct check_id) from quality.check_results")
    assert written == [(sum(outcome.checks.values()),)]
    assert ask(
        path,
        "select district, pilot, status, assessed, violating "
        "from quality.check_results where check_id = 'signals_sex_unmapped'",
    ) == [("noord", "noord", "fail", 2, 1)]


def test_scores_have_numerator_and_denominator(audited, ask):
    path, _ = audited
    scores = {
        (month, score): (numerator, denominator, value)
        for month, score, numerator, denominator, value in ask(
            path,
            "select month, score, numerator, denominator, value from quality.scores "
            "where district = 'noord' and pilot = 'noord'",
        )
    }
    month = date(2007, 3, 1)
    assert scores[month, "unmapped_share"] == (1, 6, pytest.approx(1 / 6))
    numerator, denominator, value = scores[month, "validity"]
    assert numerator == denominator - 1
    assert value == pytest.approx(numerator / denominator)
    assert (date(2007, 4, 1), "completeness") not in scores


def test_a_sound_release_may_be_published(audited):
    _, outcome = audited
    assert outcome.may_publish
    assert outcome.reasons_nl == outcome.reasons_en == ()


def test_lost_records_stop_the_release(make_database):
    path = make_database(
        check="deliveries_records_lost", noord=Case([{"rows_read": 3}], staged=2)
    )
    outcome = write_findings(path, run_gate(path, "release"))
    assert not outcome.may_publish
    assert outcome.reasons_en == (
        "deliveries_records_lost: Not all rows of an accepted file can be found in "
        "the release. (1 times)",
    )


def test_a_check_that_cannot_run_stops_the_release(make_database, ask):
    path = make_database(noord=Case([{}]))
    ask(path, "drop table intermediate.int_evictions__standardised")
    outcome = write_findings(path, run_gate(path, "release"))
    assert not outcome.may_publish
    assert any("evictions_negative" in reason for reason in outcome.reasons_nl)
