"""Deal the signals of a district: who is reported when, and what came of it."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from city import rates
from city.calendar import MONTHS, after, month_numbers, pick, working_days
from city.districts import District
from city.handling import handle
from city.outcomes import conclude, leave
from city.people import Household, People
from city.signals import Signal

SEED = 2009
REPEAT_DAYS = (21, 182)
AMOUNT_SPREAD = 0.55


def deal_signals(district: District, position: int) -> list[Signal]:
    """Return the signals of a district, first to last; the same at every call."""
    rng = random.Random(f"{SEED}/{district.code}")
    people = People(rng, district, position)
    known: list[Household] = []
    signals = []
    for number, day in enumerate(_days(rng, district), 1):
        household = _household(rng, people, known, day)
        signal = _report(rng, district, household, day, number)
        _take_up(rng, district, signal)
        household.signal_days.append(day)
        household.last_outcome = signal.result
        signals.append(signal)
    return signals


def _days(rng: random.Random, district: District) -> Iterator[date]:
    numbers = month_numbers(district.signals)
    for month, number in zip(MONTHS, numbers, strict=True):
        spread = max(1, round(rng.gauss(number, number**0.5)))
        yield from sorted(rng.choice(working_days(month)) for _ in range(spread))


def _household(
    rng: random.Random, people: People, known: list[Household], day: date
) -> Household:
    """Return somebody who was reported before, or somebody new."""
    wanted = rng.random()
    if wanted < rates.REPEAT + rates.LONG_AGO:
        found = _known_household(rng, known, day, wanted < rates.REPEAT)
        if found:
            return found
    household = people.household()
    known.append(household)
    return household


def _known_household(
    rng: random.Random, known: list[Household], day: date, is_recent: bool
) -> Household | None:
    """Return a household that may come back on this day, if some tries find one."""
    least, most = REPEAT_DAYS if is_recent else (REPEAT_DAYS[1] + 1, 720)
    for _ in range(60 if known else 0):
        household = rng.choice(known)
        ago = (day - household.signal_days[-1]).days
        chance = rates.RETURN_CHANCE.get(household.last_outcome, 1.0)
        if least <= ago <= most and rng.random() < chance:
            return household
    return None


def _report(
    rng: random.Random, district: District, household: Household, day: date, number: int
) -> Signal:
    partner = "Huur" if district.rent_only else pick(rng, rates.PARTNERS)
    names = rates.PARTNER_NAMES.get(partner, (household.corporation,))
    months = pick(rng, (("1", 46), ("2", 38), ("3", 16)))
    amount = round(rates.AMOUNTS[partner] * rng.lognormvariate(0, AMOUNT_SPREAD))
    most = round(household.rent * (int(months) + 1.6))
    signal = Signal(
        number=f"{district.prefix}{day:%y}-{number:05}",
        household=household,
        day=day,
        partner=partner,
        partner_name=rng.choice(names),
        amount=max(40, min(amount, most)),
        months=int(months),
        days=31 * int(months) + rng.randint(1, 24),
        problems=_problems(rng),
        known=pick(rng, rates.KNOWN),
    )
    _send_on(rng, district, signal)
    return signal


def _send_on(rng: random.Random, district: District, signal: Signal) -> None:
    """Deal the letter before the signal, the objection, and the receipt."""
    signal.received = after(rng, signal.day, 0, 1 if rng.random() < 0.85 else 5)
    if district.asks_consent:
        is_hasty = rng.random() < 0.12
        ahead = rng.randint(2, 6) if is_hasty else rng.randint(8, 16)
        signal.letter = signal.day - timedelta(days=ahead)
        if rng.random() < rates.OBJECTED:
            signal.objected = signal.day - timedelta(days=rng.randint(1, 2))


def _take_up(rng: random.Random, district: District, signal: Signal) -> None:
    if signal.objected:
        signal.received = None
        return
    if rng.random() < rates.NOT_TAKEN_UP:
        leave(rng, signal, _reason(rng, signal))
        return
    handle(rng, district, signal)
    conclude(rng, district, signal)


def _reason(rng: random.Random, signal: Signal) -> str:
    if signal.household.signal_days and rng.random() < 0.6:
        return "herhaalde melding"
    return pick(rng, (("onterecht signaal", 5), ("geen inwoner", 4), ("overleden", 1)))


def _problems(rng: random.Random) -> tuple[str, ...]:
    first = pick(rng, rates.PROBLEMS)
    second = pick(rng, rates.PROBLEMS[1:])
    is_single = first == "alleen betalingsachterstand" or rng.random() < 0.6
    return (first,) if is_single or first == second else (first, second)
