"""The months of the city, when its files came in, and days counted in them."""

import math
import random
from collections.abc import Sequence
from datetime import date, timedelta

MONTHS = tuple(date(2009 + index // 12, index % 12 + 1, 1) for index in range(24))
OWN_FILE = (date(2010, 10, 1), date(2010, 11, 1), date(2010, 12, 1))
"""The months that each district delivers apart; those before come in one file."""

# More signals in spring, when the yearly bills come; fewer in the summer.
SEASON = (1.05, 1.08, 1.25, 1.08, 1.0, 0.96, 0.84, 0.86, 0.98, 1.02, 1.0, 0.88)
GROWTH_A_MONTH = 0.007
LAST_DAY = date(2011, 1, 28)
"""The day on which the last file came in: the city is seen from here."""


def month_numbers(total: int) -> list[int]:
    """Deal ``total`` signals over the months, by season and growth."""
    weights = [
        SEASON[month.month - 1] * (1 + GROWTH_A_MONTH) ** index
        for index, month in enumerate(MONTHS)
    ]
    shares = [total * weight / sum(weights) for weight in weights]
    return [math.floor(share + 0.5) for share in shares]


def working_days(month: date) -> list[date]:
    """Return the Mondays to Fridays of the month that begins on ``month``."""
    days = [month + timedelta(days=index) for index in range(31)]
    return [day for day in days if day.month == month.month and day.weekday() < 5]


def after(rng: random.Random, day: date, least: int, most: int) -> date:
    """Return a working day between ``least`` and ``most`` days later, or just after."""
    chosen = day + timedelta(days=rng.randint(least, most))
    weekend = max(0, chosen.weekday() - 4)
    return chosen + timedelta(days=3 - weekend if weekend else 0)


def days_late(rng: random.Random, median: float, most: int) -> int:
    """Return a number of days, skewed to the right around its median."""
    return min(most, max(1, round(median * math.exp(rng.gauss(0, 0.55)))))


def received_on(month: date, position: int) -> date:
    """Return the day on which the file of a month came in, early in the next."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return following + timedelta(days=3 + position % 8)


def pick(rng: random.Random, chances: Sequence[tuple[str, float]]) -> str:
    """Return one of the words, each with its weight."""
    words, weights = zip(*chances, strict=True)
    return str(rng.choices(words, weights)[0])
