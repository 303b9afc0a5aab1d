"""Counts that are sums of each other: cells, and the groups that tie them."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Lattice:
    """Cells with a count above zero, and groups: a parent and the parts it sums.

    `counts` has one entry a cell, `parents` one a group. `children` are the cells of
    all groups after each other; those of group g start at `starts[g]`, and no group is
    without one. A cell may be in any number of groups, as parent and as child.
    """

    counts: Counts
    parents: Places
    starts: Places
    children: Places
    sizes: Places = field(init=False)
    groups: Places = field(init=False)

    def __post_init__(self) -> None:
        """Derive how many children each group has, and the group of each child."""
        ends = np.append(self.starts[1:], len(self.children))
        sizes = (ends - self.starts).astype(np.int64)
        object.__setattr__(self, "sizes", sizes)
        object.__setattr__(self, "groups", np.repeat(np.arange(len(sizes)), sizes))

    @classmethod
    def of(cls, counts: Counts, groups: list[tuple[int, list[int]]]) -> "Lattice":
        """Make a lattice of groups written as (parent, children)."""
        sizes = [len(children) for _, children in groups]
        return cls(
            np.asarray(counts, np.int64),
            np.array([parent for parent, _ in groups], np.int64),
            np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
            np.array([cell for _, children in groups for cell in children], np.int64),
        )

    def added(self, of_children: Counts) -> Counts:
        """Add up one number per child, for every group."""
        if not len(self.parents):
            return np.zeros(0, np.int64)
        total: Counts = np.add.reduceat(of_children, self.starts)
        return total

    def of_groups(self, chosen: Places) -> Places:
        """Return the places in `children` of the chosen groups, after each other."""
        sizes = self.sizes[chosen]
        before = np.repeat(np.cumsum(sizes) - sizes, sizes)
        return np.repeat(self.starts[chosen], sizes) + np.arange(sizes.sum()) - before
