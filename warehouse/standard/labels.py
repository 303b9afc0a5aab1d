"""The names of districts, pilots and partners in words, as the seeds hold them."""

from collections.abc import Mapping
from functools import cache

from seeds.formats import formats
from seeds.rows import read_seed
from warehouse.messages import message

Labels = Mapping[str, str]


@cache
def labels(seed: str, column: str, language: str) -> Labels:
    """The labels of a seed such as `districts` by the code in `column`, in order."""
    text = "label_en" if language == "en" else "label_nl"
    return {row[column]: row[text] for row in read_seed(f"{seed}.csv")}


def district_label(code: str | None, language: str) -> str:
    """The district's name; without one, that of the whole region."""
    if code is None:
        return message("place.region").text(language)
    return labels("districts", "district", language).get(code, code)


def pilot_label(code: str | None, language: str) -> str:
    """The pilot's name, empty without one."""
    return labels("pilots", "pilot", language).get(code or "", code or "")


def partner_label(code: str, language: str) -> str:
    """The name of a partner."""
    return labels("partners", "partner", language).get(code, code)


def format_label(name: str | None, language: str) -> str:
    """The name of a format, empty for a delivery that was not recognised."""
    found = formats().get(name or "")
    return found.label(language) if found else name or ""
