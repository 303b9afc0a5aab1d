"""The codes of the standard's lists, as the seeds hold them."""

from collections.abc import Mapping
from functools import cache

from seeds.rows import read_seed

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
        for row in read_seed(seed):
            found.setdefault(row["code_list"], set()).add(row["code"])
    for code_list, (seed, column) in OWN_SEEDS.items():
        codes = found.setdefault(code_list, set())
        codes.update(row[column] for row in read_seed(seed))
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def code_labels(code_list: str, language: str) -> Mapping[str, str]:
    """The label of every code that a spelling may be mapped to, in order of the list.

    A code without a label of its own stands at the end, as it is.
    """
    column = "label_en" if language == "en" else "label_nl"
    seed, key = OWN_SEEDS.get(code_list, ("code_lists.csv", "code"))
    labels = {
        row[key]: row[column]
        for row in read_seed(seed)
        if row.get("code_list", code_list) == code_list
    }
    known = codes_by_list().get(code_list, frozenset())
    return labels | {code: code for code in sorted(known - labels.keys())}
