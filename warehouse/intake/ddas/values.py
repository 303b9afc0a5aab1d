"""Reading one value of a DDAS file as the text that is landed."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from seeds.formats import fold_letters
from warehouse.intake.ddas.versions import VERSIONS

ALL_CODES = frozenset(
    code
    for version in VERSIONS.values()
    for codes in version.codes.values()
    for code in codes
)

BSN = re.compile(r"\d{9}")
MUNICIPALITY = re.compile(r"\d{4}")
SHORT_MUNICIPALITY = re.compile(r"\d{3}")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

Scalar = str | int | float | bool


def landed(kind: str, value: Scalar) -> tuple[str, bool]:
    """The text of a value, and whether it is written as its kind asks.

    What is written otherwise keeps its text, which staging may yet be able to read.
    """
    text = _text(value)
    if kind == "municipality" and SHORT_MUNICIPALITY.fullmatch(text):
        # Programs that take the code for a number drop its zero.
        return f"0{text}", False
    return text, _JUDGES[kind](value, text)


def known_code(code_list: str, text: str) -> str | None:
    """The code of any version that a text means, in its own spelling."""
    codes = _CODES[code_list]
    return text if text in codes.values() else codes.get(fold_letters(text))


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return ISO_DATE.fullmatch(text) is not None


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _is_whole(value: Scalar) -> bool:
    # JSON knows no difference between 410 and 410.0, nor does its schema language.
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and float(value).is_integer()


_JUDGES: Mapping[str, Callable[[Scalar, str], bool]] = {
    "text": lambda value, _: isinstance(value, str),
    "date": lambda value, text: isinstance(value, str) and _is_date(text),
    "moment": lambda value, text: isinstance(value, str) and _is_moment(text),
    "whole": lambda value, _: _is_whole(value),
    "yes_no": lambda value, _: isinstance(value, bool),
    "municipality": lambda value, text: (
        isinstance(value, str) and MUNICIPALITY.fullmatch(text) is not None
    ),
    "bsn": lambda value, text: (
        isinstance(value, str) and BSN.fullmatch(text) is not None
    ),
    "code": lambda value, _: isinstance(value, str),
}


def _codes_of_all_versions() -> Mapping[str, Mapping[str, str]]:
    """For each code list every version's codes, by their letters and digits."""
    found: dict[str, dict[str, str]] = {}
    for version in VERSIONS.values():
        for name, codes in version.codes.items():
            found.setdefault(name, {}).update({fold_letters(one): one for one in codes})
    return found


_CODES = _codes_of_all_versions()
