"""The seeds of the standard, row by row."""

import csv
from collections.abc import Sequence
from functools import cache

from seeds.formats import STANDARD_SEEDS


@cache
def read_seed(name: str) -> Sequence[dict[str, str]]:
    """The rows of a seed such as `indicators.csv`, by heading."""
    with (STANDARD_SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
