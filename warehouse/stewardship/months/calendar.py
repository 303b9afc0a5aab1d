"""Months as the first of their days, and the days on which something is due."""

from calendar import monthrange
from datetime import date, timedelta


def first_of(day: date) -> date:
    """The month of a day."""
    return day.replace(day=1)


def shift(month: date, months: int) -> date:
    """The month that lies so many months later, or earlier when negative."""
    count = month.year * 12 + month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def due_day_after(month: date, day: int) -> date:
    """That day of the next month, or its last day when it is shorter."""
    following = shift(month, 1)
    last = monthrange(following.year, following.month)[1]
    return following.replace(day=min(day, last))


def last_day(month: date) -> date:
    """The last day of a month."""
    return shift(month, 1) - timedelta(days=1)


def read_month(text: str | None) -> date | None:
    """The month written as `2007-03`; None for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
