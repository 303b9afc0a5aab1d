"""Which counts of people a line of figures tells, and which add up to another.

A share tells three: those it counts, those among whom it counts them, and the others.
A mean or a median tells how many it is about, a sum how many contribute to it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from warehouse.figures.disclosure.figures import Figures, Line, Numbers
from warehouse.figures.disclosure.lattice import Counts

PLANS = frozenset(
    {
        "plan_planned",
        "conferences_target",
        "planned_product_number",
        "planned_product_hours",
        "product_norm_hours",
    }
)
"""Plans and norms, which are published and are about nobody."""


@dataclass
class Variables:
    """Different counts over all states, the lines that tell them, and their sums.

    Equal counts are one variable, so that no line can betray what another hides.
    """

    columns: list[Counts] = field(default_factory=list)
    of_lines: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The variables that a line, by its place, tells."""
    sums: set[tuple[int, tuple[int, ...]]] = field(default_factory=set)
    """Variables that are the sum of others, wherever they are."""
    _known: dict[bytes, int] = field(default_factory=dict)

    def number(self, column: Numbers) -> int:
        """Return the number of a variable, new when no equal one is known."""
        counts = np.rint(column).astype(np.int64)
        key = counts.tobytes()
        if key not in self._known:
            self._known[key] = len(self.columns)
            self.columns.append(counts)
        return self._known[key]

    def tell(self, line: int, columns: Iterable[Numbers]) -> tuple[int, ...]:
        """Note that a line tells these counts; returns their variables."""
        numbers = tuple(self.number(column) for column in columns)
        self.of_lines[line].update(numbers)
        return numbers

    def add_up(self, whole: int, parts: Iterable[int]) -> None:
        """Note that a variable is the sum of others."""
        counted = tuple(sorted({part for part in parts if self.columns[part].any()}))
        if counted and counted != (whole,):
            self.sums.add((whole, counted))


def find_variables(figures: Figures) -> Variables:
    """Return the counts of people that the figures tell."""
    found = Variables()
    by_indicator: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(figures.lines):
        if line.indicator_id not in PLANS:
            _note(found, figures, place, line)
            if line.aggregate == "share" and line.category:
                by_indicator[line.indicator_id].append(place)
    for places in by_indicator.values():
        _note_categories(found, figures, places)
    return found


def _note(found: Variables, figures: Figures, place: int, line: Line) -> None:
    numerator = figures.numerator[:, place]
    denominator = figures.denominator[:, place]
    contributors = figures.contributors[:, place]
    if line.aggregate == "share":
        rest = denominator - numerator
        part, whole, others = found.tell(place, [numerator, denominator, rest])
        found.add_up(whole, [part, others])
    elif line.aggregate in ("count", "distinct", "per_month", "per_1000"):
        found.tell(place, [numerator])
    elif line.aggregate == "sum":
        found.tell(place, [contributors])
    else:
        is_number = np.array_equal(denominator, np.rint(denominator))
        found.tell(place, [contributors, *([denominator] if is_number else [])])


def _note_categories(found: Variables, figures: Figures, places: list[int]) -> None:
    """Tie the categories of one indicator, where everybody is in at most one."""
    denominators = figures.denominator[:, places]
    whole = denominators.max(axis=1)
    is_whole = (denominators == whole[:, None]) | ~figures.exists[:, places]
    parts = figures.numerator[:, places]
    rest = whole - parts.sum(axis=1)
    if is_whole.all() and (rest >= 0).all():
        numbers = [found.number(parts[:, column]) for column in range(len(places))]
        found.add_up(found.number(whole), [*numbers, found.number(rest)])
