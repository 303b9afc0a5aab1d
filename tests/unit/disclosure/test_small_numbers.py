"""No combination of visible numbers betrays a small one."""

import numpy as np
import pytest
from attack import Tables

from warehouse.figures.disclosure.determination import determined
from warehouse.figures.disclosure.lattice import Lattice
from warehouse.figures.disclosure.protection import protect, small

K = 5


def lattice_of(tables):
    return Lattice.of(tables.counts, tables.groups())


@pytest.mark.parametrize("seed", range(24))
def test_no_small_number_follows_from_all_that_is_visible(seed):
    random = np.random.default_rng(seed)
    tables = Tables(random, mean=random.choice([0.5, 2.0, 6.0, 20.0]))
    hidden = protect(lattice_of(tables), K)
    assert not tables.betrayed(hidden, K)


def test_without_secondary_hiding_the_attack_succeeds():
    betrayed = 0
    for seed in range(6):
        tables = Tables(np.random.default_rng(seed), mean=6.0)
        betrayed += len(tables.betrayed(small(tables.counts, K), K))
    assert betrayed


def two_by_two(hidden):
    """A table of 4 by 4 with its margins, and which of its cells are hidden."""
    cells = {(row, column): 4 * row + column for row in range(4) for column in range(4)}
    groups = [(16 + row, [cells[row, c] for c in range(4)]) for row in range(4)]
    groups += [
        (20 + column, [cells[r, column] for r in range(4)]) for column in range(4)
    ]
    flags = np.zeros(24, bool)
    flags[[cells[place] for place in hidden]] = True
    counts = np.full(24, 10)
    counts[16:] = 40
    return Lattice.of(counts, groups), flags, cells


LEFT = [(0, 0), (0, 1), (1, 0), (1, 1)]
RIGHT = [(2, 2), (2, 3), (3, 2), (3, 3)]


def test_a_bridge_between_two_blocks_follows_though_no_row_betrays_it():
    lattice, hidden, cells = two_by_two([*LEFT, *RIGHT, (1, 2)])
    assert not small(lattice.added(hidden[lattice.children].astype(int)), 2).any()
    assert np.flatnonzero(determined(lattice, hidden)).tolist() == [cells[1, 2]]


def test_a_block_does_not_follow():
    lattice, hidden, _ = two_by_two([*LEFT, *RIGHT])
    assert not determined(lattice, hidden).any()


@pytest.mark.parametrize(
    ("count", "is_hidden"), [(0, False), (1, True), (4, True), (5, False), (6, False)]
)
def test_the_bounds_of_a_small_number(count, is_hidden):
    assert small(np.array([count]), K)[0] == is_hidden


def test_the_smallest_that_makes_enough_is_hidden_beside_a_small_one():
    lattice = Lattice.of(np.array([30, 3, 7, 20]), [(0, [1, 2, 3])])
    assert protect(lattice, K).tolist() == [False, True, True, False]


def test_the_whole_is_hidden_where_nothing_can_stand_beside():
    lattice = Lattice.of(np.array([3, 3]), [(0, [1])])
    assert protect(lattice, K).tolist() == [True, True]


def test_all_is_visible_with_a_threshold_of_one():
    lattice = Lattice.of(np.array([4, 1, 3]), [(0, [1, 2])])
    assert not protect(lattice, 1).any()
