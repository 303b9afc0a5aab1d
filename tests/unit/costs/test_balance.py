"""The balance of cost and benefit, and the published example of Noord."""

import pytest

from warehouse.figures.costs.balance import Effort, estimate_cost, weigh
from warehouse.figures.costs.parameters import SCENARIOS, cost_parameters, scenario

MIDDLE = scenario("middle")


def test_noord_comes_out_as_published():
    """15 prevented evictions brought 222,250 and cost 200,788: 21,462 remains."""
    found = weigh(Effort(claimed=200_788), MIDDLE, prevented=15)
    assert round(found.benefit) == 222_250
    assert (found.cost, found.is_estimated) == (200_788, False)
    assert round(found.net) == 21_462
    assert found.per_euro == pytest.approx(222_250 / 200_788, rel=1e-6)


def test_prevented_is_a_share_of_the_averted():
    parameters = scenario("low", {"prevented_share": 0.25})
    found = weigh(Effort(averted=8, claimed=1000), parameters)
    assert (found.prevented, found.benefit) == (2, 14_000)
    assert (found.for_corporation, found.for_others) == (10_000, 4_000)
    assert (found.net, found.per_euro) == (13_000, 14)


def test_without_claims_the_hours_are_the_cost():
    effort = Effort(attempts=10, service_hours=7.5)
    assert estimate_cost(effort, MIDDLE) == (10 * 0.5 + 7.5) * 60
    found = weigh(effort, MIDDLE)
    assert (found.cost, found.is_estimated) == (750, True)


def test_claims_come_before_hours_and_a_given_cost_before_both():
    effort = Effort(attempts=10, claimed=900)
    assert weigh(effort, MIDDLE).cost == 900
    given = weigh(effort, MIDDLE, cost=500)
    assert (given.cost, given.is_estimated) == (500, False)


def test_what_is_not_known_makes_no_zero():
    found = weigh(Effort(), MIDDLE)
    assert found.cost is found.benefit is found.net is found.per_euro is None


def test_nothing_averted_is_no_benefit_and_a_real_loss():
    found = weigh(Effort(averted=0, claimed=100), MIDDLE)
    assert (found.prevented, found.benefit, found.net) == (0, 0, -100)


def test_nothing_spent_has_no_return_per_euro():
    assert weigh(Effort(averted=2, claimed=0), MIDDLE).per_euro is None


def test_the_corporation_gets_no_more_than_the_whole():
    found = weigh(Effort(averted=1), scenario("high", {"benefit_per_eviction": 4000}))
    assert (found.for_corporation, found.for_others) == (3200, 0)


def test_the_scenarios_run_from_low_to_high():
    benefits = [
        weigh(Effort(averted=10, claimed=1), scenario(name)).benefit
        for name in SCENARIOS
    ]
    assert benefits == sorted(benefits)
    assert len(set(benefits)) == 3


@pytest.mark.parametrize("one", cost_parameters(), ids=lambda one: one.name)
def test_every_parameter_has_a_source_in_both_languages(one):
    assert one.source_nl
    assert one.source_en
    assert one.values["low"] <= one.values["middle"] <= one.values["high"]


def test_an_unknown_parameter_is_an_error():
    with pytest.raises(TypeError):
        scenario("middle", {"no_such_thing": 1})
