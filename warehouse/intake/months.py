"""Reading months and years from headings, titles and the names of sheets."""

import re
from datetime import date
from typing import NamedTuple

_NAMES = (
    "januari jan january",
    "februari febr feb february",
    "maart mrt mar march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sept sep",
    "oktober okt oct october",
    "november nov",
    "december dec",
)
_NUMBER_OF = {
    name: number for number, names in enumerate(_NAMES, 1) for name in names.split()
}
_NAME = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"0?[1-9]|1[0-2]"

# The first pattern that fits decides; a named month may lack its year.
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![a-z])(?P<name>{_NAME})\.?(?![a-z])[\s\-_/.,'’]*(?P<year>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<year>{_YEAR})[\s\-_/.]*(?P<name>{_NAME})\.?(?![a-z])",
        rf"(?<![a-z])(?P<name>{_NAME})\.?[\-_/'’ ]+(?P<short>\d{{2}})(?!\d)",
        rf"(?<![a-z])(?P<name>{_NAME})(?:\.|(?![a-z]))",
        rf"(?<!\d)(?P<year>{_YEAR})[-/._](?P<number>{_MONTH})(?:[-/.]\d{{1,2}})?(?!\d)",
        rf"(?<!\d)(?P<year>{_YEAR})(?P<number>0[1-9]|1[0-2])(?!\d)",
        rf"(?<!\d)(?:\d{{1,2}}[-/.])?(?P<number>{_MONTH})[-/.](?P<year>{_YEAR})(?!\d)",
    )
)
_LONE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


class Month(NamedTuple):
    """A month whose year may be unknown; `rest` is the text around it."""

    number: int
    year: int | None
    rest: str

    def first_day(self, year: int | None = None) -> date | None:
        """The first of the month, in `year` when the text names none."""
        known = self.year or year
        return date(known, self.number, 1) if known else None


def find_month(text: str) -> Month | None:
    """The first month that `text` names, or None."""
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            rest = (text[: found.start()] + " " + text[found.end() :]).strip()
            return Month(_month_number(found), _year(found), rest)
    return None


def years_in(text: str) -> set[int]:
    """Every year, with or without a month, that `text` names."""
    found = {int(year) for year in _LONE_YEAR.findall(text)}
    month = find_month(text)
    return found | {month.year} if month and month.year else found


def _month_number(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return (
        _NUMBER_OF[parts["name"].lower()] if "name" in parts else int(found["number"])
    )


def _year(found: re.Match[str]) -> int | None:
    parts = found.groupdict()
    if parts.get("year"):
        return int(parts["year"])
    # The programme began after 2000: '07 behind a month is never 1907.
    return 2000 + int(parts["short"]) if parts.get("short") else None
