"""Hides until no small count can be worked out from what is left visible."""

import logging

import numpy as np

from warehouse.figures.disclosure.determination import determined
from warehouse.figures.disclosure.lattice import Counts, Flags, Lattice, Places

_PATIENCE = 1
"""After so many rounds a count that still follows takes its whole groups with it."""

log = logging.getLogger(__name__)


def protect(lattice: Lattice, threshold: int) -> Flags:
    """Return which cells to hide, so that no count of 1..threshold-1 follows.

    A threshold of 1 hides nothing. The rules of `suppression` always hold; what
    follows from very many equations together `determined` may miss.
    """
    suspects = small(lattice.counts, threshold)
    hidden = complete(lattice, suspects, threshold)
    rounds = 0
    while True:
        # What does not follow, does not when more is hidden.
        suspects = determined(lattice, hidden, among=suspects)
        betrayed = np.flatnonzero(suspects)
        log.debug("round %s: %s small counts follow", rounds, len(betrayed))
        if not len(betrayed):
            return hidden
        groups = _open_groups_above(lattice, hidden, betrayed)
        if not len(groups):
            log.info("the search still names %s small counts", len(betrayed))
            return hidden
        _hide_in(lattice, hidden, groups, with_parents=rounds >= _PATIENCE)
        hidden = complete(lattice, hidden, threshold)
        rounds += 1


def _hide_in(
    lattice: Lattice, hidden: Flags, groups: Places, *, with_parents: bool
) -> None:
    """Hide the smallest visible part of each group, else its whole."""
    for group in groups:
        start = lattice.starts[group]
        cells = lattice.children[start : start + lattice.sizes[group]]
        left = cells[~hidden[cells]]
        if with_parents or not len(left):
            hidden[cells] = hidden[lattice.parents[group]] = True
        else:
            hidden[left[np.argmin(lattice.counts[left])]] = True


def _open_groups_above(lattice: Lattice, hidden: Flags, cells: Places) -> Places:
    """The groups with a visible parent nearest above some cells.

    Of a cell whose parents are hidden already, those of the parents.
    """
    below = np.zeros(len(hidden), bool)
    below[cells] = True
    while True:
        groups = np.unique(lattice.groups[below[lattice.children]])
        parents = lattice.parents[groups]
        opened = groups[~hidden[parents]]
        if len(opened) or below[parents].all():
            return opened
        below[parents] = True


_NEVER = np.iinfo(np.int64).max


def small(counts: Counts, threshold: int) -> Flags:
    """Tell which counts are small: some, but fewer than `threshold`."""
    found: Flags = (counts > 0) & (counts < threshold)
    return found


def complete(lattice: Lattice, hidden: Flags, threshold: int) -> Flags:
    """Return `hidden` with all that must be hidden beside it; hides, never shows."""
    hidden = hidden.copy()
    while len(exposed := _exposed(lattice, hidden, threshold)):
        _hide_one_more(lattice, hidden, exposed)
    return hidden


def _exposed(lattice: Lattice, hidden: Flags, threshold: int) -> Places:
    """The groups whose visible members betray a hidden one."""
    of_children = hidden[lattice.children]
    of_parents = hidden[lattice.parents]
    number = lattice.added(of_children.astype(np.int64)) + of_parents
    together = lattice.added(lattice.counts[lattice.children] * of_children)
    found: Places = np.flatnonzero(
        (number == 1) | (small(together, threshold) & ~of_parents)
    )
    return found


def _hide_one_more(lattice: Lattice, hidden: Flags, exposed: Places) -> None:
    """Hide the smallest visible part of each exposed group, else its whole."""
    cells = lattice.children[lattice.of_groups(exposed)]
    cost = np.where(hidden[cells], _NEVER, lattice.counts[cells])
    sizes = lattice.sizes[exposed]
    least = np.minimum.reduceat(cost, np.cumsum(sizes) - sizes)
    group = np.repeat(np.arange(len(exposed)), sizes)
    cheapest = np.flatnonzero((cost == least[group]) & (cost < _NEVER))
    _, first = np.unique(group[cheapest], return_index=True)
    hidden[cells[cheapest[first]]] = True
    hidden[lattice.parents[exposed[least == _NEVER]]] = True
