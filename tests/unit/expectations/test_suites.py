"""The suites can be listed and read with Great Expectations' own tools."""

import great_expectations as gx

from expectations.catalogue.catalogue import load_catalogue
from expectations.gate.suites import add_suites


def test_file_context_lists_a_suite_per_entity(tmp_path):
    add_suites(gx.get_context(mode="file", project_root_dir=tmp_path))

    read_again = gx.get_context(mode="file", project_root_dir=tmp_path)
    by_name = {suite.name: suite for suite in read_again.suites.all()}

    assert set(by_name) == {check.entity for check in load_catalogue()}
    found = {
        expectation.check_id: expectation
        for suite in by_name.values()
        for expectation in suite.expectations
    }
    assert set(found) == {check.check_id for check in load_catalogue()}
    negative = found["signals_arrears_negative"]
    assert "arrears_amount < 0" in negative.violating_condition
    assert negative.description == "The rent arrears are below zero."
    assert negative.meta["check"]["severity"] == "error"
