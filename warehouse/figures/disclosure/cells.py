"""Makes one lattice of all counts in all states of the filters."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from warehouse.figures.disclosure.figures import States
from warehouse.figures.disclosure.lattice import Counts, Lattice, Places
from warehouse.figures.disclosure.merging import merged

_ABSENT = -1
_COARSER = {"month": "quarter", "quarter": "year", "year": "total"}
_MONTHS = {"quarter": 3, "year": 12}
_NO_GROUP = "/"


@dataclass(frozen=True)
class Cells:
    """A lattice, and the cell of each state and variable (-1 where it is zero).

    Nothing hides behind a zero: it often follows from other zeros.
    """

    lattice: Lattice
    of_states: npt.NDArray[np.int64]


def make_cells(
    states: States, columns: list[Counts], sums: set[tuple[int, tuple[int, ...]]]
) -> Cells:
    """Return the cells of all states and variables, tied wherever they add up."""
    counts = np.column_stack(columns) if columns else np.zeros((0, 0), np.int64)
    shown = counts > 0
    of_states = np.full(counts.shape, _ABSENT, np.int64)
    of_states[shown] = np.arange(shown.sum())
    pairs = [
        *_along_filters(states, of_states),
        *_along_sums(of_states, sums),
        *_along_equals(states, counts, of_states, sums),
    ]
    lattice, cell = merged(counts[shown], *_ties(pairs, int(shown.sum())))
    return Cells(lattice, np.append(cell, _ABSENT)[of_states])


def _along_filters(
    states: States, of_states: npt.NDArray[np.int64]
) -> list[tuple[Places, Places]]:
    """Groups as pairs of parent and child cells: each filter opened by one step."""
    keys = list(
        zip(
            states.group_key,
            states.district,
            states.pilot,
            states.period_type,
            states.period_start,
            strict=True,
        )
    )
    place = {key: number for number, key in enumerate(keys)}
    above: dict[str, list[tuple[int, int]]] = {}
    for child, key in enumerate(keys):
        for axis, parent in _parents(*key):
            above.setdefault(axis, []).append((place[parent], child))
    found = []
    for pairs in above.values():
        ties = np.array(pairs)
        for variable in range(of_states.shape[1]):
            column = of_states[:, variable]
            found.append((column[ties[:, 0]], column[ties[:, 1]]))
    return found


def _parents(
    group: str, district: str, pilot: str, kind: str, start: str
) -> list[tuple[str, tuple[str, str, str, str, str]]]:
    """The states of which a state is a part, one step up, by the filter opened."""
    found = []
    if group != _NO_GROUP:
        dimension = group.partition("/")[0]
        found.append((dimension, (_NO_GROUP, district, pilot, kind, start)))
    if district:
        found.append(("district", (group, "", pilot, kind, start)))
    if pilot:
        found.append(("pilot", (group, district, "", kind, start)))
    if kind in _COARSER:
        wider = _COARSER[kind]
        found.append((kind, (group, district, pilot, wider, _start_of(wider, start))))
    return found


def _start_of(kind: str, start: str) -> str:
    """The first day of the quarter or year that holds a day; empty for the total."""
    if kind == "total":
        return ""
    year, month = start[:4], int(start[5:7])
    return f"{year}-{month - (month - 1) % _MONTHS[kind]:02d}-01"


def _along_sums(
    of_states: npt.NDArray[np.int64], sums: set[tuple[int, tuple[int, ...]]]
) -> list[tuple[Places, Places]]:
    """Groups as pairs of parent and child cells: a count and its parts."""
    return [
        (
            np.repeat(of_states[:, whole], len(parts)),
            of_states[:, list(parts)].ravel(),
        )
        for whole, parts in sorted(sums)
    ]


def _along_equals(
    states: States,
    counts: Counts,
    of_states: npt.NDArray[np.int64],
    sums: set[tuple[int, tuple[int, ...]]],
) -> list[tuple[Places, Places]]:
    """Pairs of equal cells: the women among the signals are the signals of women.

    The parts of a count are those of a dimension when every one of them has its equal.
    """
    row = _rows(states)
    is_coarse = np.isin(states.period_type, ("total", "year"))
    dimension = np.array([key.partition("/")[0] for key in states.group_key])
    of_groups = {
        (name, group): np.flatnonzero((states.group_key == group) & is_coarse)
        for name, group in set(zip(dimension, states.group_key, strict=True))
    }
    plain = of_groups.pop(("", _NO_GROUP))
    found = []
    for name in sorted({name for name, _ in of_groups}):
        groups = [chosen for (of, _), chosen in of_groups.items() if of == name]
        for whole, parts in sums:
            wholes = {_series(row, counts, chosen, whole): chosen for chosen in groups}
            wholes.pop(b"", None)
            own = {_series(row, counts, plain, part): part for part in parts}
            own.pop(b"", None)
            if own.keys() == wholes.keys():
                for series, part in own.items():
                    there = wholes[series][counts[wholes[series], whole] > 0]
                    here = plain[counts[plain, part] > 0]
                    found.append(
                        (
                            of_states[here, part][np.argsort(row[here])],
                            of_states[there, whole][np.argsort(row[there])],
                        )
                    )
    return found


def _series(row: Places, counts: Counts, chosen: Places, variable: int) -> bytes:
    """What tells two series of counts apart: where they are not zero, and how many."""
    column = counts[chosen, variable]
    filled = column > 0
    order = np.argsort(row[chosen][filled])
    return np.stack([row[chosen][filled], column[filled]])[:, order].tobytes()


def _rows(states: States) -> Places:
    """Number the places and periods, whatever the group."""
    parts = [states.district, states.pilot, states.period_type, states.period_start]
    keys = ["\t".join(key) for key in zip(*parts, strict=True)]
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


def _ties(pairs: list[tuple[Places, Places]], number: int) -> tuple[Places, Places]:
    """Put pairs after each other, numbering a parent anew per way of opening it."""
    parents, children = [], []
    for way, (parent, child) in enumerate(pairs):
        tied = (parent >= 0) & (child >= 0) & (parent != child)
        parents.append(way * number + parent[tied])
        children.append(child[tied])
    nothing = [np.zeros(0, np.int64)]
    return np.concatenate(parents or nothing), np.concatenate(children or nothing)
