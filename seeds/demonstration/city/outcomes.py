"""Deal what became of a signal: its result, referral, feedback and closing."""

import random
from datetime import date, timedelta

from city import rates
from city.calendar import after, pick
from city.districts import District
from city.handling import shifted
from city.signals import Signal

DESTINATIONS = ("Sociaal loket", "GGZ", "MEE", "Jellinek", "Raadslieden", "Zuidweg")
FAULT_BEGINS = date(2009, 10, 1)
FALSE_ACCEPTANCE = 0.16
"""Share of the unreached whom one district books as accepted all the same."""
MAY_BE_ADVICE = ("budgetadvies", "quick fix")


def conclude(rng: random.Random, district: District, signal: Signal) -> None:
    """Deal the result and the days on which everything after it happened."""
    last = signal.attempts[-1].day if signal.attempts else _without_attempt(rng, signal)
    if signal.is_reached:
        _reached(rng, district, signal, last)
    else:
        _not_reached(rng, district, signal, last)
    _tell(rng, district, signal)
    _close(rng, signal)


def leave(rng: random.Random, signal: Signal, reason: str) -> None:
    """Close a signal that nobody took up."""
    signal.result = reason
    signal.decided = signal.closed = after(rng, signal.day, 1, 12)
    signal.feedback = signal.closed


def _without_attempt(rng: random.Random, signal: Signal) -> date:
    return after(rng, signal.day, 6, 20)


def _reached(
    rng: random.Random, district: District, signal: Signal, last: date
) -> None:
    signal.decided = after(rng, last, 0, 9)
    signal.result = _result_of_contact(rng, district, signal)
    if signal.result == "geaccepteerd":
        signal.result = pick(rng, rates.ACCEPTED_KINDS)
    if district.calls_advice_no_help and signal.result in MAY_BE_ADVICE:
        signal.result = "geen hulp gewenst" if rng.random() < 0.8 else signal.result
    if rng.random() < rates.REFERRED:
        _refer(rng, signal)


def _result_of_contact(rng: random.Random, district: District, signal: Signal) -> str:
    if signal.attempts[-1].outcome == "geweigerd":
        return "geen hulp gewenst"
    others = [(word, each) for word, each in rates.RESULTS_REACHED[1:]]
    acceptance = shifted(rates.RESULTS_REACHED[0][1] / 100, district.acceptance)
    return "geaccepteerd" if rng.random() < acceptance else pick(rng, others)


def _refer(rng: random.Random, signal: Signal) -> None:
    signal.referred_to = rng.choice(DESTINATIONS)
    signal.referred = signal.decided
    if signal.decided and rng.random() < rates.ARRIVED:
        signal.arrived = after(rng, signal.decided, 4, 30)


def _not_reached(
    rng: random.Random, district: District, signal: Signal, last: date
) -> None:
    signal.decided = after(rng, last, 4, 16)
    is_paid = rng.random() < rates.PAID_UNREACHED
    is_arranged = is_paid and rng.random() < 0.35
    signal.result = "niet bereikt"
    if signal.reply == "betaald" or is_paid:
        signal.result = "regeling" if is_arranged else "betaald"
    elif signal.reply == "geen behoefte":
        signal.result = "geen hulp gewenst"
    elif district.has_false_acceptance and signal.day >= FAULT_BEGINS:
        is_false = rng.random() < FALSE_ACCEPTANCE
        signal.result = "overig" if is_false else signal.result


def _tell(rng: random.Random, district: District, signal: Signal) -> None:
    """Deal the feedback: in time when meant to be and the first attempt was too."""
    if rng.random() < rates.FEEDBACK_FORGOTTEN:
        return
    first = signal.attempts[0].day if signal.attempts else signal.day
    if rng.random() < district.on_time:
        planned = signal.day + timedelta(days=rng.randint(6, 14))
        signal.feedback = max(planned, after(rng, first, 0, 2))
    else:
        last = signal.attempts[-1].day if signal.attempts else signal.day
        signal.feedback = after(rng, last, 5, 30)


def _close(rng: random.Random, signal: Signal) -> None:
    days = [signal.day, *[each.day for each in signal.attempts]]
    days += [day for day in (signal.decided, signal.feedback, signal.arrived) if day]
    longest = 150 if signal.result in ("SHV", "AMW") else 40
    signal.closed = max(days) + timedelta(days=rng.randint(2, longest))
