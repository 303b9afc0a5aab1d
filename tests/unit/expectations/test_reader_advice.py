"""Every check says what it means to who reads the figures."""

from dataclasses import replace

import pytest

from expectations.catalogue.catalogue import load_catalogue
from expectations.catalogue.reader_advice import (
    reader_advice,
    threshold_reason,
    touched_indicators,
)

CHECKS = {check.check_id: check for check in load_catalogue()}


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_every_check_has_advice_for_the_reader_in_both_languages(check):
    assert all(reader_advice(check))
    assert all(threshold_reason(check))


def test_a_check_touches_what_the_seed_says_of_its_field():
    touched = touched_indicators(CHECKS["signals_signal_date_missing"])
    assert "signals_per_month" in touched
    assert "arrears_mean" not in touched


def test_a_check_that_touches_nothing_says_so():
    check = replace(CHECKS["signals_signal_date_missing"], field="no_such_field")
    assert touched_indicators(check) == ()
    assert reader_advice(check).en == "No figure depends on it."


def test_a_threshold_above_zero_has_another_reason():
    strict = CHECKS["signals_signal_date_missing"]
    assert threshold_reason(strict) != threshold_reason(replace(strict, threshold=0.1))
