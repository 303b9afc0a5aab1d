"""Hides small counts, and further ones from which a small one would follow.

In each group whose parent is visible, the hidden children are never exactly one, and
together they are nothing or no small number. What is part of a hidden count is hidden.
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
    while True:
        _hide_parts(lattice, hidden)
        exposed = _exposed(lattice, hidden, threshold)
        if not len(exposed):
            return hidden
        _hide_one_more(lattice, hidden, exposed)


def _hide_parts(lattice: Lattice, hidden: Flags) -> None:
    """Hide whatever is part of a hidden count."""
    before = -1
    while before != (before := int(hidden.sum())):
        parts = hidden[lattice.parents][lattice.groups]
        hidden[lattice.children[parts]] = True


def _exposed(lattice: Lattice, hidden: Flags, threshold: int) -> Places:
    """The groups whose visible members betray a hidden child."""
    of_children = hidden[lattice.children]
    number = lattice.added(of_children.astype(np.int64))
    together = lattice.added(lattice.counts[lattice.children] * of_children)
    betrays = (number == 1) | small(together, threshold)
    return np.flatnonzero(betrays & ~hidden[lattice.parents])


def _hide_one_more(lattice: Lattice, hidden: Flags, exposed: Places) -> None:
    """Hide the smallest visible child of each exposed group, else its parent."""
    cells = lattice.children[lattice.of_groups(exposed)]
    cost = np.where(hidden[cells], _NEVER, lattice.counts[cells])
    sizes = lattice.sizes[exposed]
    least = np.minimum.reduceat(cost, np.cumsum(sizes) - sizes)
    group = np.repeat(np.arange(len(exposed)), sizes)
    cheapest = np.flatnonzero((cost == least[group]) & (cost < _NEVER))
    _, first = np.unique(group[cheapest], return_index=True)
    hidden[cells[cheapest[first]]] = True
    hidden[lattice.parents[exposed[least == _NEVER]]] = True
