"""The gates: thresholds by group, columns named, broken checks named and alone."""

from dataclasses import replace
from datetime import date

import pytest

from expectations.catalogue import catalogue
from expectations.gate import gate
from expectations.gate.gate import run_gate
from expectations.gate.rows import heading_at
from tests.spec.checks.check_cases import Case

MARKER = "Jansen-Geheim-1234"
BY_ID = {check.check_id: check for check in catalogue.load_catalogue()}


@pytest.fixture
def only_checks(monkeypatch):
    """Let the gates run these checks alone."""

    def limit(*checks):
        monkeypatch.setattr(gate, "load_catalogue", lambda: tuple(checks))

    return limit


@pytest.fixture
def result_of(only_checks):
    """The result of one check at a gate that runs this check alone."""

    def run(path, check_id, at="release", **options):
        only_checks(BY_ID[check_id])
        (result,) = run_gate(path, at, **options)
        return result

    return run


def test_a_row_is_led_back_to_its_file(make_database, result_of):
    path = make_database(noord=Case([{}, {"arrears_amount": -5, "sheet": "mrt 2007"}]))
    (row,) = result_of(path, "signals_arrears_negative").rows
    assert (row.delivery_id, row.district, row.pilot) == ("noord",) * 3
    assert (row.sheet, row.row_number) == ("mrt 2007", 2)
    assert (row.column, row.field) == ("Huurachterstand", "arrears_amount")


def test_a_small_district_is_not_hidden_by_a_large_one(make_database, result_of):
    known, unknown = {"birth_year": 1961}, {"birth_year": None}
    path = make_database(
        check="signals_birth_year_missing",
        noord=Case([known] * 19),
        centrum=Case([unknown]),
    )
    result = result_of(path, "signals_birth_year_missing")
    assert result.violating / result.assessed < result.check.threshold
    assert result.status == "fail"
    statuses = {part.district: part.status for part in result.groups}
    assert statuses == {"noord": "pass", "centrum": "fail"}


def test_counts_are_whole_when_rows_are_limited(make_database, result_of):
    path = make_database(noord=Case([{"arrears_amount": -1}] * 5))
    result = result_of(path, "signals_arrears_negative", most_rows=2)
    assert result.violating == 5
    assert [row.row_number for row in result.rows] == [1, 2]


def test_a_broken_check_is_named_and_leaves_the_others_alone(
    make_database, only_checks
):
    sound = BY_ID["signals_arrears_negative"]
    broken = replace(sound, check_id="signals_broken", violates="no_such_column > 1")
    only_checks(broken, sound)
    path = make_database(noord=Case([{"arrears_amount": -1}]))
    results = {one.check.check_id: one for one in run_gate(path, "release")}
    assert results["signals_broken"].status == "error"
    assert results["signals_broken"].error == "BinderException"
    assert results["signals_arrears_negative"].status == "fail"


def test_an_error_quotes_no_value(make_database, only_checks, capfd, caplog):
    sound = BY_ID["signals_arrears_negative"]
    broken = replace(sound, violates="contract_key::integer > 1")
    only_checks(broken, BY_ID["signals_arrears_extreme"])
    path = make_database(noord=Case([{"arrears_amount": -1, "contract_key": MARKER}]))
    results = run_gate(path, "release")
    assert [result.status for result in results] == ["error", "pass"]
    assert results[0].error == "ConversionException"
    printed = capfd.readouterr()
    assert MARKER not in printed.out + printed.err + caplog.text + repr(results)


def test_a_table_that_is_not_there(make_database, result_of, ask):
    path = make_database(noord=Case([{}]))
    ask(path, "drop table intermediate.int_claims__standardised")
    absent = "claims_amount_differs"
    assert result_of(path, absent, "delivery").status == "not_applicable"
    assert result_of(path, absent, "release").status == "error"


def test_a_column_that_is_not_there(make_database, ask, only_checks):
    path = make_database(noord=Case([{}]))
    ask(path, "alter table intermediate.int_claims__standardised drop column month")
    only_checks(BY_ID["claims_amount_differs"], BY_ID["signals_arrears_negative"])
    claims, signals = run_gate(path, "delivery")
    assert (claims.status, claims.error) == ("error", "BinderException")
    assert signals.status == "not_applicable"


def test_the_gate_leaves_nothing_behind(make_database, ask):
    path = make_database(noord=Case([{}]))
    run_gate(path, "release")
    schemas = ask(path, "select distinct schema_name from duckdb_tables()")
    assert ("gate",) not in schemas
    assert not ask(path, "select 1 from duckdb_views() where schema_name = 'gate'")


def test_the_column_of_the_second_visit_is_named(make_database, result_of):
    day = date(2007, 3, 13)
    attempts = [
        {"attempt_number": 1, "attempted_date": day},
        {"attempt_number": 2, "attempted_date": None, "outcome": "opened"},
    ]
    path = make_database(
        check="contact_attempts_opened_without_date", noord=Case(attempts)
    )
    (row,) = result_of(path, "contact_attempts_opened_without_date").rows
    assert row.column == "Datum huisbezoek 2"


@pytest.mark.parametrize(
    ("columns", "position", "heading"),
    [
        ((), None, None),
        (("Datum",), 3, "Datum"),
        (("Datum 1", "Datum 2"), 2, "Datum 2"),
        (("Datum 1", "Datum 2"), 3, "Datum 1 / Datum 2"),
        (("Datum 1", "Datum 2"), None, "Datum 1 / Datum 2"),
    ],
)
def test_heading(columns, position, heading):
    assert heading_at(columns, position) == heading
