"""The codes of the standard's lists, as the seeds hold them."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache

from warehouse.formats import STANDARD_SEEDS

OWN_SEEDS = {
    "district": ("districts.csv", "district"),
    "partner": ("partners.csv", "partner"),
    "pilot": ("pilots.csv", "pilot"),
}
"""Lists with a seed of their own, and the column that holds their codes."""


@cache
def codes_by_list() -> Mapping[str, frozenset[str]]:
    """For each code list the codes that a spelling may be mapped to."""
    found: dict[str, set[str]] = {}
    # Some codes, such as `unknown`, only occur as the target of a mapping.
    for seed in ("code_lists.csv", "code_mappings.csv"):
        for row in _read(seed):
            found.setdefault(row["code_list"], set()).add(row["code"])
    for code_list, (seed, column) in OWN_SEEDS.items():
        codes = found.setdefault(code_list, set())
        codes.update(row[column] for row in _read(seed))
    return {name: frozenset(codes) for name, codes in found.items()}


def _read(name: str) -> Iterable[dict[str, str]]:
    with (STANDARD_SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
