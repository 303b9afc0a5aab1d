"""Finds hidden counts that follow from the visible ones, however many are combined.

The hidden counts are unknowns, every group is an equation. A count does not follow
exactly when some change of the hidden counts, which keeps every equation, changes it.
A random change is made to keep them, by least squares; what it cannot move follows.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsmr

from warehouse.figures.disclosure.lattice import Flags, Lattice

_UNMOVED = 1e-3
_PRECISION = 1e-7
_SEEDS = (20090101, 20110128)
"""One of a thousand cells hardly moves by chance; hardly any does so twice."""
_MOST_STEPS = 400
"""What follows from some hundreds of equations at once is not found within these; to
hide that as well would take most totals of districts away (docs/readings.md)."""


def determined(lattice: Lattice, hidden: Flags, among: Flags | None = None) -> Flags:
    """Return which hidden cells, of those `among`, follow from the visible ones.

    In a lattice so large that the steps run out, a cell far from all that is visible
    may be left out: the rules of `suppression` stand by themselves, this is the check
    upon them.
    """
    cells = np.flatnonzero(hidden)
    found = hidden.copy() if among is None else hidden & among
    equations = _equations(lattice, hidden)
    for seed in _SEEDS:
        if not found.any():
            break
        change = np.random.default_rng(seed).standard_normal(len(cells))
        moved = np.abs(_kept(equations, change))
        found[cells[moved >= _UNMOVED]] = False
    return found


def _equations(lattice: Lattice, hidden: Flags) -> csr_matrix:
    """One row per group that has a hidden member, one column per hidden cell.

    Households that are counted once in all may be counted in more than one part:
    where the parts are no sum, there is no equation.
    """
    column = np.cumsum(hidden) - 1
    is_sum = (
        lattice.added(lattice.counts[lattice.children])
        == lattice.counts[lattice.parents]
    )
    child = hidden[lattice.children] & is_sum[lattice.groups]
    parent = np.flatnonzero(hidden[lattice.parents] & is_sum)
    rows = np.concatenate([lattice.groups[child], parent])
    columns = np.concatenate(
        [column[lattice.children[child]], column[lattice.parents[parent]]]
    )
    signs = np.concatenate([np.ones(child.sum()), -np.ones(len(parent))])
    used, rows = np.unique(rows, return_inverse=True)
    return csr_matrix((signs, (rows, columns)), shape=(len(used), int(hidden.sum())))


def _kept(equations: csr_matrix, change: np.ndarray) -> np.ndarray:
    """The part of a change that keeps every equation."""
    if not equations.shape[0]:
        return change
    transposed = equations.T.tocsr()
    multipliers = lsmr(
        transposed, change, atol=_PRECISION, btol=_PRECISION, maxiter=_MOST_STEPS
    )[0]
    kept: np.ndarray = change - transposed @ multipliers
    return kept
