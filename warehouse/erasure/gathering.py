"""Gathering what bears a mark, and what that leads to."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from warehouse.erasure.marks import Keys, passed_on, shown

Place = TypeVar("Place")
View = Callable[[frozenset[str]], frozenset[str]]
"""How the marks of rows are compared with those that are looked for."""


def gather(
    read: Callable[[], Iterable[tuple[Place, Keys]]],
    asked: frozenset[str],
    seen_as: View,
) -> tuple[set[Place], frozenset[str]]:
    """The places whose rows belong to somebody, and all marks that they were found by.

    `read` gives every row; it is asked again until no row adds a mark, which takes a
    few times, so that nothing but what is found is kept in memory.
    """
    marks: frozenset[str] = frozenset()
    wanted = set(asked)
    found: set[Place] = set()
    while not marks.issuperset(wanted):
        marks = marks | wanted
        for place, keys in read():
            if not marks.isdisjoint(seen_as(shown(keys))):
                found.add(place)
                wanted |= seen_as(passed_on(keys))
    return found, marks
