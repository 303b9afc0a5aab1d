"""Which indicators a failed check makes doubtful."""

import csv

import pytest

from expectations.audit.audit import write_findings
from expectations.catalogue.catalogue import load_catalogue
from expectations.gate.gate import run_gate
from seeds.formats import STANDARD_SEEDS
from tests.spec.checks.check_cases import Case

WITHOUT_INDICATORS = {"indicator_values"}
"""Entities whose failed checks stop a release, so that no figure is shown at all."""


@pytest.fixture(scope="module")
def touched():
    with (STANDARD_SEEDS / "check_indicators.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("check", load_catalogue(), ids=lambda check: check.check_id)
def test_it_is_said_of_every_check_what_it_touches(check, touched):
    if check.entity in WITHOUT_INDICATORS or check.counts_rejected:
        return
    said = [
        row
        for row in touched
        if (row["entity"], row["field"]) == (check.entity, check.field or "")
        and row["check_id"] in ("", check.check_id)
    ]
    assert said


def test_every_row_belongs_to_a_check(touched):
    fields = {(check.entity, check.field or "") for check in load_catalogue()}
    checks = {check.check_id for check in load_catalogue()} | {""}
    assert {(row["entity"], row["field"]) for row in touched} <= fields
    assert {row["check_id"] for row in touched} <= checks


def test_a_failed_check_marks_its_indicators_where_it_failed(make_database, ask):
    path = make_database(
        noord=Case([{"arrears_amount": -5, "sex": "female", "rejection": None}] * 3),
        centrum=Case([{"arrears_amount": 5}]),
    )
    write_findings(path, run_gate(path, "release"))
    rows = ask(
        path,
        "select indicator_id, district, pilot, violating, assessed, severity "
        "from quality.doubtful_indicators where check_id = 'signals_arrears_negative'",
    )
    assert rows == [
        (name, "noord", "noord", 3, 3, "error")
        for name in (
            "arrears_class",
            "arrears_mean",
            "arrears_mean_attempted",
            "arrears_median",
        )
    ]
    silent = ask(
        path,
        "select count(*) from quality.doubtful_indicators where severity = "
        "'information' or indicator_id is null",
    )
    assert silent == [(0,)]
