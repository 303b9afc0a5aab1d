"""The invented city is released beside the exact pilots, and changes none of them."""

import json
from functools import cache

import pytest

from tests.acceptance.published import condition, fault, published

pytestmark = pytest.mark.nightly
CITY = "stedelijk-2009"
PLANTED = {
    ("signals_accepted_without_contact", "westerpark"),
    ("contact_attempts_outcome_unmapped", "slotervaart"),
    ("registration_months_late", "zuideramstel"),
}


@pytest.fixture(scope="module")
def run(city_home, run_eropaf):
    """Return what a command of the city's home prints as JSON."""

    @cache
    def rows(*arguments):
        result = run_eropaf(city_home, *arguments, "--json", EROPAF_AS_OF="")
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return rows


def test_every_published_figure_still_comes_out(run):
    # The city begins where the exact pilots end; evictions belong to no pilot.
    before = ("--to", "2008-12-31")
    faults = [
        fault(figure, run("indicators", "--where", condition(figure), *before))
        for figure in published()
    ]
    assert not list(filter(None, faults))


def test_only_the_city_is_marked_as_invented(run):
    counted = run(
        "query",
        f"select is_invented, coalesce(bool_or(pilot = '{CITY}'), false) as city, "
        "count(*) as deliveries from quality.deliveries group by all order by all",
    )
    assert counted == [
        {"is_invented": False, "city": False, "deliveries": 9},
        {"is_invented": True, "city": True, "deliveries": 97},
    ]


def test_the_city_is_seen_from_the_day_its_last_file_came(run):
    (row,) = run("query", "select distinct as_of from marts.indicator_values")
    assert row["as_of"].startswith("2011-01-28")


def test_the_planted_faults_are_found_where_they_are(run):
    names = ", ".join(f"'{check}'" for check, _ in sorted(PLANTED))
    failing = run(
        "query",
        "select check_id, district from quality.check_results "
        f"where status = 'fail' and pilot = '{CITY}' and check_id in ({names})",
    )
    assert {(row["check_id"], row["district"]) for row in failing} == PLANTED


def test_short_advice_booked_as_no_help_is_seen(run):
    (row,) = run(
        "query",
        "select status from quality.check_results where district = 'oud-zuid' "
        "and check_id = 'definition_divergence_light_help_as_no_help'",
    )
    assert row["status"] == "fail"


def test_every_district_has_signals_of_both_years(run):
    districts = run(
        "query",
        "select district, count(distinct year(signal_date)) as years "
        f"from marts.fct_signals where pilot = '{CITY}' group by district",
    )
    assert len(districts) == 14
    assert {row["years"] for row in districts} == {2}
