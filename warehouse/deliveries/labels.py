"""The names of districts, pilots and partners in words, as the seeds hold them."""

import csv
from collections.abc import Mapping
from functools import cache

from warehouse.formats import STANDARD_SEEDS, formats
from warehouse.messages import message

Labels = Mapping[str, str]


@cache
def labels(seed: str, column: str, language: str) -> Labels:
    """The labels of a seed such as `districts` by the code in `column`, in order."""
    with (STANDARD_SEEDS / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        return {
            row[column]: row["label_en" if language == "en" else "label_nl"]
            for row in csv.DictReader(file)
        }


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
