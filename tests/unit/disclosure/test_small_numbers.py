"""No combination of visible numbers betrays a small one."""

import numpy as np
import pytest
from attack import Tables

from warehouse.disclosure.lattice import Lattice
from warehouse.disclosure.protection import protect
from warehouse.disclosure.suppression import small

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
