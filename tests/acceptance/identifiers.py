"""Find invented identifiers, in any usual spelling, in large texts.

Texts are searched for what has the shape of an identifier, and only that is
looked up: one search for thousands of spellings would take minutes.
"""

import re
from collections.abc import Iterable
from datetime import date

from tests.acceptance.demonstration_files import MONTH_NUMBERS

# The fraction of a second is six digits as well, and says nothing of anybody.
SHAPES = [
    re.compile(rf"(?<![0-9a-z])(?<![0-9]\.)(?:{shape})(?![0-9a-z])", re.IGNORECASE)
    for shape in (
        r"[a-z]{8,}",
        r"[0-9]{6}",
        r"[0-9]{8}",
        r"[0-9]{4} ?[a-z]{2}",
        r"[a-z]{2}[ -]?[0-9]{5,6}",
        r"06-?[0-9]{8}",
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}",
        r"[0-9]{1,2} [a-z]{3,9} [0-9]{2,4}",
    )
]


def found_in(text: str, spellings: Iterable[str]) -> set[str]:
    """Return the spellings (in lower case) that stand on their own in a text."""
    candidates = {match.lower() for shape in SHAPES for match in shape.findall(text)}
    return candidates.intersection(spellings)


def all_spellings(kind: str, values: Iterable[str]) -> set[str]:
    """Return the usual spellings, in lower case, of identifiers of one kind."""
    return {
        spelling.lower() for value in values for spelling in _spellings(kind, value)
    }


def _spellings(kind: str, value: str) -> set[str]:
    if kind == "birth_date":
        return _birth_date_spellings(date.fromisoformat(value))
    without_marks = re.sub(r"[\s-]", "", value)
    if kind == "contract":
        prefix, digits = value.split("-")
        return {value, without_marks, f"{prefix} {digits}", digits}
    return {value, without_marks}


def _birth_date_spellings(born: date) -> set[str]:
    months = [name for name, number in MONTH_NUMBERS.items() if number == born.month]
    numeric = {f"{born:%d-%m-%Y}", f"{born:%d/%m/%Y}", f"{born:%Y%m%d}"}
    short = {f"{born.day}/{born.month}/{born:%y}", f"{born.day}-{born.month}-{born:%Y}"}
    words = {f"{born.day} {m} {y}" for m in months for y in (born.year, f"{born:%y}")}
    return {born.isoformat()} | numeric | short | words
