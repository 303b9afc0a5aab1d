"""Days and how the planted files write them."""

from datetime import date, timedelta

TODAY = date.today()
FUTURE = TODAY + timedelta(days=400)


def written(day: date | None) -> str:
    """A day as most districts write it; empty for none."""
    return f"{day:%d-%m-%Y}" if day else ""


def compact(day: date | None) -> str:
    """A day as registration systems write it."""
    return f"{day:%Y%m%d}" if day else ""


def short(day: date | None) -> str:
    """A day as bailiffs write it."""
    return f"{day:%d/%m/%y}" if day else ""
