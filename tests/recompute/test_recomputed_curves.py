"""The curves of recidivism are those of a statistics library over the facts."""

import numpy as np
import pytest
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

from dashboard.release import view_values
from dashboard.release.curves import curves
from dashboard.release.recidivism_queries import GROUPINGS, OUTCOMES
from dashboard.server.release_store import Release
from tests.recompute.comparing import ALL
from tests.recompute.conftest import RELEASES
from tests.recompute.from_facts import Facts
from tests.recompute.states import days_of, random_selections

STATES = 20

CODES = {
    "all": "'all'",
    "pilot": "pilot",
    "model": "working_model",
    "district": "district",
    "repeat": "repeat",
    "accepted": "case is_accepted when true then 'yes' when false then 'no'"
    " else 'unknown' end",
}

# When a household came back, and until when anybody would have known.
DATES = {"signal": ("again", "seen_until"), "bailiff": ("at_bailiff", "listed_until")}


def cases_of(facts, selection, outcome, grouping):
    """Every closed case of a state: group, days followed (None: never), came back."""
    back, until = DATES[outcome]
    tests = [f"{column} = ${column}" for column in selection.conditions]
    given = dict(selection.conditions)
    days = days_of(selection)
    if days:
        tests.append("day between $first and $last")
        given |= {"first": days[0], "last": days[1]}
    found = facts.connection.execute(
        f"select {CODES[grouping]}, if({until} >= closed_date,"
        f" least({back}, {until}) - closed_date, null), coalesce({back} <= {until},"
        f" false) from cases where {' and '.join(tests) or 'true'}",
        given,
    ).fetchall()
    return [case for case in found if case[1] is not None], len(found)


def check_curve(curve, days, is_back):
    """A curve has the numbers at risk and the estimate of the library."""
    days, is_back = np.array(days), np.array(is_back)
    points = curve.points
    assert [one.at_risk for one in points] == [sum(days >= one.day) for one in points]
    assert sum(one.events for one in points) == sum(is_back)
    reference = SurvfuncRight(days, is_back)
    told = {one.day: one.survival for one in points}
    shown = [told[day] for day in reference.surv_times]
    assert shown == pytest.approx(list(reference.surv_prob))


@pytest.mark.parametrize("grouping", GROUPINGS)
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("name", RELEASES)
def test_curves_equal_those_of_the_library(database, name, outcome, grouping):
    release, facts = Release(str(database(name))), Facts(str(database(name)))
    for selection in random_selections(view_values.options(release, ALL), STATES, 31):
        cases, closed = cases_of(facts, selection, outcome, grouping)
        shown = curves(release, selection, outcome, grouping, ALL)
        assert (shown.closed, shown.not_followed) == (closed, closed - len(cases))
        assert {one.code for one in shown.groups} == {code for code, _, _ in cases}
        for curve in shown.groups:
            own = [case for case in cases if case[0] == curve.code]
            check_curve(curve, *zip(*[case[1:] for case in own], strict=True))
        if shown.test:
            codes, days, is_back = map(np.array, zip(*cases, strict=True))
            statistic, p_value = survdiff(days, is_back, codes)
            assert shown.test.statistic == pytest.approx(statistic)
            assert shown.test.p_value == pytest.approx(p_value)
