"""Found is planted, row by row: nothing more and nothing less."""

from collections import Counter

import pytest

from expectations.catalogue.catalogue import load_catalogue
from expectations.gate.relations import RECORD_ENTITIES
from tests.faults.files import write_planted
from warehouse.deliveries.deliver import Request, deliver_file
from warehouse.deliveries.placing import Place
from warehouse.ledger.tables import State
from warehouse.settings import Settings

pytestmark = pytest.mark.slow

_OWN_SHEET = "only the standard's own workbook gives visits a sheet of their own"
_MONTHS = "a crosstab whose months cannot be read is refused"
_PLACED = "a delivery whose place nobody names is held before its rows are judged"

NOT_PLANTED = {
    "contact_attempts_channel_missing": _OWN_SHEET,
    "contact_attempts_channel_unmapped": _OWN_SHEET,
    "contact_attempts_without_signal": _OWN_SHEET,
    "evictions_district_missing": "a row of a crosstab without a name is a note",
    "evictions_month_missing": _MONTHS,
    "evictions_month_unreadable": _MONTHS,
    "signals_district_missing": _PLACED,
    "signals_pilot_missing": _PLACED,
    "signals_referred_to_unmapped": "the files of these formats name it freely",
}
"""Checks on rows that no planted file breaks, and why."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    return write_planted(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def outcomes(planted, tmp_path_factory):
    """What the intake and the gate make of every file, in this process."""
    settings = Settings(home=tmp_path_factory.mktemp("home"), _env_file=None)
    return {
        one.path.name: deliver_file(
            settings,
            Request(
                one.path, None, Place(one.district, one.pilot, one.period), yes=True
            ),
        )
        for one in planted
    }


@pytest.fixture(scope="module")
def compared(planted, outcomes):
    """Per file the places where a fault lies, and where one was found."""
    return {
        one.path.name: (
            Counter(one.places),
            Counter(
                (finding.sheet, finding.row, finding.check_id)
                for finding in outcomes[one.path.name].findings
                if not finding.check_id.startswith("note.")
            ),
        )
        for one in planted
    }


def test_every_file_is_taken_in(outcomes):
    assert {outcome.status for outcome in outcomes.values()} == {State.ACCEPTED}


def test_found_is_planted(compared):
    wrong = {
        name: {"missed": sorted(lie - found), "too much": sorted(found - lie)}
        for name, (lie, found) in compared.items()
        if lie != found
    }
    assert not wrong, wrong


def test_precision_and_recall(compared):
    lying = sum((lie.total() for lie, _ in compared.values()))
    found = sum((found.total() for _, found in compared.values()))
    right = sum((lie & found).total() for lie, found in compared.values())
    assert lying > 1000
    assert (right / found, right / lying) == (1.0, 1.0)


def test_every_check_on_rows_is_planted_or_has_a_reason(planted):
    on_rows = {
        check.check_id
        for check in load_catalogue()
        if check.runs_at("delivery") and check.entity in RECORD_ENTITIES
    }
    broken = {check for one in planted for _, _, check in one.places}
    assert broken <= on_rows
    assert on_rows - broken == set(NOT_PLANTED)
