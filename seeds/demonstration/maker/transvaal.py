"""Cast the 75 households of pilot B so that every published count comes out."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from maker.household import Household
from maker.inventor import Inventor

PILOT_END = date(2007, 10, 5)
FOLLOW_UP_END = date(2008, 10, 5)
MEAN_DEBT = 839
LISTED_PER_MONTH = {3: 10, 4: 9, 5: 11, 6: 10, 7: 9, 8: 10, 9: 9, 10: 7}
DATED_LIST = date(2007, 6, 4)
EARLIER_AND_DEBT = {
    ("ja", "ja"): 22,
    ("ja", "nee"): 10,
    ("nooit", "ja"): 17,
    ("nooit", "nee"): 8,
    ("nooit", "onbekend"): 1,
    ("onbekend", "ja"): 2,
    ("onbekend", "nee"): 1,
}
Households = list[Household]


def cast_households() -> tuple[Households, Inventor]:
    """Return the households in the order of the lists, and who invented them."""
    inventor = Inventor(seed=20070301)
    households = [
        Household(inventor.contract("YM"), inventor.birth_date()) for _ in range(75)
    ]
    _cast_routes(inventor, households)
    _cast_doors(inventor, households)
    _cast_payments(inventor, households)
    _cast_help(inventor, households)
    _cast_history(inventor, households)
    _cast_dates(inventor, households)
    _cast_bailiff(inventor, households)
    _cast_debts(inventor, households)
    _cast_follow_up_visits(inventor, households)
    for household in households:
        if household.trajectory or household.route == "T" or household.has_help_after:
            household.client = inventor.client("DY")
    return sorted(households, key=lambda each: each.listed_on), inventor


def _deal(
    inventor: Inventor, hands: Households, fields: tuple[str, ...], counts: dict
) -> None:
    """Give every household one of the counted values, in a random order."""
    values = [value for value, count in counts.items() for _ in range(count)]
    inventor.rng.shuffle(values)
    for household, value in zip(hands, values, strict=True):
        parts: Iterable[Any] = value if len(fields) > 1 else (value,)
        for field, part in zip(fields, parts, strict=True):
            setattr(household, field, part)


def _those(households: Households, test: Callable[[Household], bool]) -> Households:
    return [household for household in households if test(household)]


def _cast_routes(inventor: Inventor, households: Households) -> None:
    routes = {"attempted": 45, "left later": 4, "V": 9, "O": 1, "B": 7, "T": 6, "A": 3}
    _deal(inventor, households, ("route",), routes)
    for household in _those(households, lambda each: each.is_gone):
        household.sex = "onbekend"
    staying = _those(households, lambda each: not each.is_gone)
    sexes = {"man": 29, "vrouw": 22, "echtpaar": 4, "onbekend": 6}
    _deal(inventor, staying, ("sex",), sexes)


def _cast_doors(inventor: Inventor, households: Households) -> None:
    """22 doors open; 29 households get a second ring or more."""
    visited = _those(households, lambda each: each.route == "attempted")
    _deal(inventor, visited, ("opened_at",), {1: 14, 2: 7, 3: 1, None: 23})
    closed = _those(households, lambda each: each.is_attempted and not each.opened_at)
    rings = {1: 6, 2: 19, 3: 2}
    _deal(inventor, closed, ("attempts",), {(date.min,) * n: rings[n] for n in rings})
    for household in _those(visited, lambda each: bool(each.opened_at)):
        household.attempts = (date.min,) * (household.opened_at or 0)


def _cast_payments(inventor: Inventor, households: Households) -> None:
    """35 of the attempted paid or made an arrangement."""
    visited = _those(households, lambda each: each.route == "attempted")
    opened = _those(visited, lambda each: bool(each.opened_at))
    closed = _those(visited, lambda each: not each.opened_at)
    _deal(inventor, opened, ("payment",), {"R": 9, "B": 5, "x": 4, "": 4})
    _deal(inventor, closed, ("payment",), {"R": 3, "B": 8, "x": 6, "": 6})


def _cast_help(inventor: Inventor, households: Households) -> None:
    """17 in contact during (6 in a trajectory, 9 after a ring, 2 otherwise)."""
    visited = _those(households, lambda each: each.route == "attempted")
    opened = _those(visited, lambda each: bool(each.opened_at))
    closed = _those(visited, lambda each: not each.opened_at and each.payment != "R")
    _deal(inventor, opened, ("has_help_after",), {True: 7, False: 15})
    _deal(inventor, closed, ("has_help_after",), {True: 2, False: 18})
    helped = _those(households, lambda each: each.has_help_after)
    kinds = {"SHV": 4, "AMW": 1, "SHV/MEE": 1, "": 3}
    _deal(inventor, helped, ("trajectory",), kinds)
    otherwise = [_those(households, lambda each: each.route == "B")[0]]
    otherwise += [_those(households, lambda each: each.route == "A")[0]]
    running = _those(households, lambda each: each.route == "T")
    gone = _those(households, lambda each: each.is_gone)
    touched = {id(each) for each in [*helped, *otherwise, *running, *gone]}
    others = _those(households, lambda each: id(each) not in touched)
    fields = ("help_before", "help_during")
    _deal(inventor, running, fields, {("ja", "ja"): 6})
    _deal(inventor, helped + otherwise, fields, {("ja", "ja"): 7, ("nee", "ja"): 4})
    slices = {("ja", "nee"): 2, ("nee", "nee"): 11, ("onbekend", "onbekend"): 1}
    _deal(inventor, gone, fields, slices)
    _deal(inventor, others, fields, {("ja", "nee"): 15, ("nee", "nee"): 29})


def _cast_history(inventor: Inventor, households: Households) -> None:
    for household in _those(households, lambda each: each.is_gone):
        household.earlier_bailiff = household.debt_again = "onbekend"
    staying = _those(households, lambda each: not each.is_gone)
    _deal(inventor, staying, ("earlier_bailiff", "debt_again"), EARLIER_AND_DEBT)
    earlier = _those(staying, lambda each: each.earlier_bailiff == "ja")
    _deal(inventor, earlier, ("earlier_bailiff",), {"eenmaal": 24, "vaker": 8})


def _cast_dates(inventor: Inventor, households: Households) -> None:
    _deal(inventor, households, ("month",), LISTED_PER_MONTH)
    for household in households:
        first = date(2007, household.month, 1)
        household.listed_on = DATED_LIST if household.month == 6 else first
        household.attempts = _ring_days(inventor, household)


def _ring_days(inventor: Inventor, household: Household) -> tuple[date, ...]:
    """Return the working days on which the pair rang, all within the pilot."""
    is_last_list = household.month == PILOT_END.month
    wait = 1 if is_last_list else inventor.rng.randrange(7, 17)
    day, days = household.listed_on + timedelta(days=wait), []
    for _ in household.attempts:
        while day.weekday() >= 5:
            day += timedelta(days=1)
        days.append(day)
        day += timedelta(days=1 if is_last_list else inventor.rng.randrange(2, 5))
    return tuple(days)


def _cast_bailiff(inventor: Inventor, households: Households) -> None:
    """9 to the bailiff during the pilot (8 of them ticked), 15 others after it."""
    covered = _those(households, lambda each: each.earlier_bailiff != "onbekend")
    early = _those(covered, lambda each: each.month < 10)
    unpaid = _those(early, lambda each: each.is_attempted and not each.payment)
    rest = _those(early, lambda each: each.is_attempted and bool(each.payment))
    during = inventor.rng.sample(unpaid, 5) + inventor.rng.sample(rest, 4)
    for number, household in enumerate(during):
        household.bailiff, household.is_ticked = "tijdens", number != 3
        wait = timedelta(days=inventor.rng.randrange(24, 33))
        household.summoned_on = household.listed_on + wait
    later = _those(covered, lambda each: not each.bailiff)
    indebted = _those(later, lambda each: each.debt_again == "ja")
    settled = _those(later, lambda each: each.debt_again == "nee")
    for household in inventor.rng.sample(indebted, 12) + inventor.rng.sample(
        settled, 3
    ):
        household.bailiff = "erna"
        wait = timedelta(days=inventor.rng.randrange(20, 300))
        household.summoned_on = PILOT_END + wait


def _cast_debts(inventor: Inventor, households: Households) -> None:
    visited = _those(households, lambda each: each.is_attempted)
    others = _those(households, lambda each: not each.is_attempted)
    for group in (visited, others):
        for household, debt in zip(group, _debts(inventor, len(group)), strict=True):
            household.debt = debt


def _debts(inventor: Inventor, number: int) -> list[Decimal]:
    """Return two months' rents and some more, with exactly the published mean."""
    while True:
        debts = [_debt(inventor) for _ in range(number - 1)]
        remainder = MEAN_DEBT * number - sum(debts)
        if 400 < remainder < 1500:
            return [*debts, Decimal(remainder)]


def _debt(inventor: Inventor) -> Decimal:
    euros = round(min(2400, max(310, inventor.rng.gauss(839, 290))))
    cents = inventor.rng.choice((0, 0, 0, 18, 35, 50, 72, 96))
    return Decimal(euros) + Decimal(cents) / 100


def _cast_follow_up_visits(inventor: Inventor, households: Households) -> None:
    """36 addresses rung, 20 households spoken to, 11 of them new to help."""
    staying = _those(households, lambda each: not each.is_gone)
    new = _those(
        staying, lambda each: (each.help_before, each.help_during) == ("nee",) * 2
    )
    known = _those(staying, lambda each: each.help_before == "ja")
    new_spoken, known_spoken = (
        inventor.rng.sample(new, 11),
        inventor.rng.sample(known, 9),
    )
    spoken = new_spoken + known_spoken
    silent = inventor.rng.sample(_those(staying, lambda each: each not in spoken), 16)
    _deal(inventor, new_spoken, ("knew_help",), {"nee": 6, "ja": 5})
    for household in known_spoken:
        household.knew_help = "ja"
    for household in spoken + silent:
        household.is_rung = True
    where = {("1", ""): 12, ("2", ""): 4, ("", "corporatie"): 1, ("", "onderzoeker"): 3}
    _deal(inventor, spoken, ("home_at_ring", "reaction"), where)
    _deal(inventor, silent, ("reaction",), {"geen": 13, "overig": 3})
    _cast_opinions(inventor, spoken)


def _cast_opinions(inventor: Inventor, spoken: Households) -> None:
    opinions = {"positief": 16, "negatief": 2, "onduidelijk": 2}
    _deal(inventor, spoken, ("opinion",), opinions)
    _deal(inventor, spoken, ("helped",), {"ja": 7, "nee": 13})
    situations = {
        ("beter", ""): 8,
        ("gelijk", "goed"): 3,
        ("gelijk", "neutraal"): 3,
        ("gelijk", "slecht"): 3,
        ("slechter", ""): 1,
        ("onbekend", ""): 2,
    }
    _deal(inventor, spoken, ("situation", "situation_detail"), situations)
