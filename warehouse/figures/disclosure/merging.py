"""Makes a lattice smaller without changing what can be worked out from it."""

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from warehouse.figures.disclosure.lattice import Counts, Lattice, Places

_ROUNDS = 2
"""Nearly all is found at once; what is left only costs time."""


def merged(counts: Counts, parents: Places, children: Places) -> tuple[Lattice, Places]:
    """Return a lattice of (parent, child) pairs, and the cell in it of each cell.

    `parents` numbers groups by their parent: `way * len(counts) + parent`. A whole
    that has one part is that part; equal groups are one group.
    """
    number = len(counts)
    cell_of = np.arange(number)
    for _ in range(_ROUNDS):
        lattice = _grouped(counts, parents, cell_of[children], cell_of)
        alone = np.flatnonzero(lattice.sizes == 1)
        parent, child = lattice.parents[alone], lattice.children[lattice.starts[alone]]
        same = counts[parent] == counts[child]
        if not same.any():
            break
        ties = coo_matrix(
            (np.ones(same.sum()), (parent[same], child[same])), shape=(number, number)
        )
        _, component = connected_components(ties, directed=False)
        _, first = np.unique(component, return_index=True)
        cell_of = first[component][cell_of]
    lattice = _grouped(counts, parents, cell_of[children], cell_of)
    return _numbered_anew(lattice, cell_of)


def _grouped(
    counts: Counts, groups: Places, children: Places, cell_of: Places
) -> Lattice:
    """Gather pairs into different groups, leaving out what is its own part."""
    parents = cell_of[groups % len(counts)] if len(groups) else groups
    tied = parents != children
    # One number a pair: sorting numbers is many times faster than sorting pairs.
    pairs = _distinct(groups[tied] * max(len(counts), 1) + children[tied])
    parts, children = np.divmod(pairs, max(len(counts), 1))
    group, starts = np.unique(parts, return_index=True)
    whole = cell_of[group % len(counts)] if len(group) else group
    lattice = Lattice(counts, whole, starts.astype(np.int64), children)
    return _different(lattice)


def _distinct(numbers: Places) -> Places:
    """Sort, and leave out what is there twice; numpy's own way hashes, slowly."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]


def _different(lattice: Lattice) -> Lattice:
    """Leave out groups with the parent and the children of another."""
    if not len(lattice.parents):
        return lattice
    random = np.random.default_rng(0)
    marks = random.integers(0, 2**62, len(lattice.counts), dtype=np.int64)
    # Equal sums of random marks are equal groups; the sums may overflow.
    sums = lattice.added(marks[lattice.children]) - 3 * marks[lattice.parents]
    _, kept = np.unique(sums, return_index=True)
    kept = np.sort(kept)
    sizes = lattice.sizes[kept]
    return Lattice(
        lattice.counts,
        lattice.parents[kept],
        (np.cumsum(sizes) - sizes).astype(np.int64),
        lattice.children[lattice.of_groups(kept)],
    )


def _numbered_anew(lattice: Lattice, cell_of: Places) -> tuple[Lattice, Places]:
    """Keep only the cells that are left."""
    left, number = np.unique(cell_of, return_inverse=True)
    place = np.full(len(lattice.counts), -1)
    place[left] = np.arange(len(left))
    smaller = Lattice(
        lattice.counts[left],
        place[lattice.parents],
        lattice.starts,
        place[lattice.children],
    )
    return smaller, number.astype(np.int64)
