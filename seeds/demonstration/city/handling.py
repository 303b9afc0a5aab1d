"""Deal what was done about a signal: letters, calls, visits, and what they brought."""

import math
import random
from datetime import date, timedelta

from city import rates
from city.calendar import after, days_late, pick
from city.districts import TALLY, District
from city.signals import LETTER, OFFICE, PHONE, VISIT, Attempt, Signal

HOURS = {
    "ochtend": ("09:15", "10:00", "10:45", "11:30"),
    "middag": ("13:15", "14:00", "15:30", "16:15"),
    "avond": ("18:15", "19:00", "19:30", "20:15"),
}
DAYPARTS = (("ochtend", 34), ("middag", 40), ("avond", 26))
PAIRS = (("SHV+MW", 62), ("SHV+WC", 24), ("SHV+OW", 8), ("SHV", 6))
MOST_ATTEMPTS = 3
SHIFTS = {"ochtend": rates.MORNING, "middag": 0.0, "avond": rates.EVENING}


def handle(rng: random.Random, district: District, signal: Signal) -> None:
    """Deal the attempts of a signal that was taken up."""
    first = _first_day(rng, district, signal)
    chance = district.visits + (0.1 if signal.amount > 1200 else 0.0)
    if rng.random() < chance:
        _visit(rng, district, signal, first)
    elif not district.rent_only and rng.random() < rates.CALLS / (1 - district.visits):
        _call(rng, signal, first)
    elif not district.rent_only:
        _write(rng, signal, first)
    elif district.source != TALLY:
        signal.reply = pick(
            rng, (("geen reactie", 62), ("betaald", 24), ("geen behoefte", 14))
        )


def _first_day(rng: random.Random, district: District, signal: Signal) -> date:
    days = days_late(rng, district.pace, 60)
    return after(rng, signal.day, days, days)


def _visit(rng: random.Random, district: District, signal: Signal, day: date) -> None:
    signal.visitors = pick(rng, PAIRS)
    signal.is_announced = rng.random() < (0.75 if district.asks_consent else 0.3)
    for number in range(MOST_ATTEMPTS):
        daypart = pick(rng, DAYPARTS)
        outcome = _at_the_door(rng, district, signal, number, daypart)
        hour = rng.choice(HOURS[daypart])
        signal.attempts.append(Attempt(VISIT, day, hour, outcome))
        if outcome != "niet thuis" or rng.random() > rates.AGAIN:
            break
        day = after(rng, day, 2, 9)
    _come_to_the_office(rng, district, signal)


def _at_the_door(
    rng: random.Random, district: District, signal: Signal, number: int, daypart: str
) -> str:
    shift = district.reach + SHIFTS[daypart] + (0.2 if signal.is_announced else 0.0)
    shift += (0.0, rates.SECOND, rates.SECOND + rates.THIRD)[number]
    shift += 0.2 if "kinderen" in signal.household.kind else 0.0
    if rng.random() > shifted(rates.VISIT_OPENED, shift):
        return "niet thuis"
    return "geweigerd" if rng.random() < rates.SENT_AWAY else "thuis"


def _come_to_the_office(rng: random.Random, district: District, signal: Signal) -> None:
    last = signal.attempts[-1]
    is_vain = last.outcome == "niet thuis" and district.source != TALLY
    if is_vain and rng.random() < rates.OFFICE_AFTER_NOTE:
        day = after(rng, last.day, 1, 10)
        signal.attempts.append(Attempt(OFFICE, day, "10:00", "verschenen"))


def _call(rng: random.Random, signal: Signal, day: date) -> None:
    for _ in range(MOST_ATTEMPTS):
        is_spoken = rng.random() < rates.CALL_ANSWERED
        silence = pick(rng, (("geen gehoor", 3), ("voicemail", 2)))
        outcome = "gesproken" if is_spoken else silence
        hour = rng.choice(HOURS[pick(rng, DAYPARTS)])
        signal.attempts.append(Attempt(PHONE, day, hour, outcome))
        if is_spoken or rng.random() > rates.AGAIN:
            break
        day = after(rng, day, 1, 6)


def _write(rng: random.Random, signal: Signal, day: date) -> None:
    signal.attempts.append(Attempt(LETTER, day, "", "verstuurd"))
    if rng.random() < rates.LETTER_ANSWERED:
        answered = after(rng, day, 2, 12)
        signal.attempts.append(Attempt(LETTER, answered, "", "antwoord"))
    elif rng.random() < rates.AGAIN:
        again = day + timedelta(days=14)
        signal.attempts.append(Attempt(LETTER, again, "", "verstuurd"))


def shifted(chance: float, shift: float) -> float:
    """Return a chance whose log odds are shifted."""
    odds = chance / (1 - chance) * math.exp(shift)
    return odds / (1 + odds)
