"""What is dealt keeps to the rates that the documentation names."""

from datetime import timedelta

import pytest

HALF_A_YEAR = timedelta(days=183)


@pytest.fixture(scope="module")
def signals(dealt):
    return [signal for members in dealt[0].values() for signal in members]


@pytest.fixture(scope="module")
def usual(dealt, maker):
    """The signals of the districts that only chance sets apart."""
    return [
        signal
        for district in maker("city.districts").DISTRICTS
        if not (district.reach or district.acceptance or district.calls_advice_no_help)
        for signal in dealt[0][district.code]
    ]


def _share(members, holds):
    members = list(members)
    return sum(map(holds, members)) / len(members)


def _first_channel(signal):
    return signal.attempts[0].channel if signal.attempts else None


def test_there_are_about_twenty_thousand_signals(signals):
    assert abs(len(signals) - 20_000) < 600


@pytest.mark.parametrize(
    ("channel", "expected"), [("huisbezoek", 0.5), ("telefoon", 0.59)]
)
def test_a_visit_and_a_call_reach_as_many_as_published(usual, channel, expected):
    tried = [signal for signal in usual if _first_channel(signal) == channel]
    assert abs(_share(tried, lambda signal: signal.is_reached) - expected) < 0.05


def test_letters_reach_few(usual):
    written = [signal for signal in usual if _first_channel(signal) == "brief"]
    assert 0.03 < _share(written, lambda signal: signal.is_reached) < 0.1


def test_a_third_of_the_reached_accept_help(usual):
    reached = [signal for signal in usual if signal.is_reached]
    assert abs(_share(reached, lambda signal: signal.is_accepted) - 0.34) < 0.03


def test_four_in_ten_signals_are_repeats(signals):
    def is_repeat(signal):
        days = signal.household.signal_days
        return any(timedelta(0) < signal.day - day <= HALF_A_YEAR for day in days)

    settled = [signal for signal in signals if signal.day.year == 2010]
    assert abs(_share(settled, is_repeat) - 0.4) < 0.04


def test_a_third_of_the_announced_evictions_is_carried_out(dealt):
    steps = [
        row[3]
        for by_corporation in dealt[1].values()
        for found in by_corporation.values()
        for _, row in found
    ]
    assert 0.27 < steps.count("ONTR") / steps.count("AANZ") < 0.47


def test_two_districts_really_differ_in_reach(dealt):
    shares = {
        code: _share(
            (each for each in members if each.visits), lambda each: each.is_reached
        )
        for code, members in dealt[0].items()
        if code not in ("centrum", "westerpark", "oud-west")
    }
    ordered = sorted(shares, key=shares.get)
    assert (ordered[0], ordered[-1]) == ("zuidoost", "noord")


def test_what_is_seen_on_a_day_is_what_had_happened(signals):
    for signal in signals[::50]:
        seen = signal.seen_on(signal.day)
        assert all(attempt.day <= signal.day for attempt in seen.attempts)
        for day in (seen.decided, seen.feedback, seen.closed, seen.handed_over):
            assert day is None or day <= signal.day
        assert bool(seen.result) == (seen.decided is not None)
