"""Hides small counts, and further ones from which a small one would follow.

Of a whole and its parts, the hidden ones are never exactly one; and the hidden parts
of a visible whole are together nothing or no small number.
"""

import numpy as np

from warehouse.disclosure.lattice import Counts, Flags, Lattice, Places

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
