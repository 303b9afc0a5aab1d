"""A period of the calendar as the address writes it: `2009`, `2009-Q1`, `2009-03`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True)
class Period:
    """A year, a quarter or a month; `kind` is the `period_type` of the tables."""

    kind: str
    first: date

    @classmethod
    def parse(cls, text: str | None) -> "Period | None":
        """Read a period from an address; None when it is not one."""
        found = _SHAPE.fullmatch(text or "")
        if not found or found[1] == "0000":
            return None
        year = int(found[1])
        if found[2]:
            return cls("quarter", date(year, int(found[2]) * 3 - 2, 1))
        if found[3]:
            return cls("month", date(year, int(found[3]), 1))
        return cls("year", date(year, 1, 1))

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        month = self.first.month + _MONTHS[self.kind] - 1
        return date(self.first.year, month, monthrange(self.first.year, month)[1])

    @property
    def code(self) -> str:
        """The period as the address writes it."""
        if self.kind == "quarter":
            return f"{self.first.year}-Q{(self.first.month + 2) // 3}"
        return f"{self.first:%Y-%m}" if self.kind == "month" else str(self.first.year)


def months_between(first: date, last: date) -> list[date]:
    """Return the first day of every month from `first` to `last`, none left out."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    places = (first.month - 1 + step for step in range(count))
    return [date(first.year + place // 12, place % 12 + 1, 1) for place in places]
