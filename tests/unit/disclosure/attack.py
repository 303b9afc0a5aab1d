"""Tables that add up, made at random, and an attacker who knows linear algebra.

Nothing of the module under test is used to attack: every visible number is written as
a sum of atoms, and exact arithmetic says what follows from all of them together.
"""

from fractions import Fraction
from itertools import product

import numpy as np

State = tuple[int | None, ...]
"""One choice per axis: a place on it, or None for all."""


class Tables:
    """All margins of a cube of random counts, with time in two levels.

    The axes are district, pilot, month (with quarters of three) and a group; a cell
    is a state, and its value the sum of the atoms in it.
    """

    def __init__(self, random: np.random.Generator, mean: float) -> None:
        shape = tuple(int(size) for size in random.integers([2, 1, 3, 2], [4, 3, 7, 4]))
        self.atoms = random.poisson(mean * random.gamma(0.5, 2.0, shape))
        if random.random() < 0.5:  # pilots that work in one district only
            home = np.arange(shape[1]) % shape[0]
            self.atoms[np.arange(shape[0])[:, None] != home[None, :]] = 0
        quarters = [("q", start) for start in range(0, shape[2], 3)]
        times = [None, *quarters, *range(shape[2])]
        axes = [[None, *range(shape[0])], [None, *range(shape[1])], times]
        axes.append([None, *range(shape[3])])
        self.states = [state for state in product(*axes) if self.members(state).any()]
        self.place = {state: place for place, state in enumerate(self.states)}
        self.counts = np.array([self.value(state) for state in self.states])

    def members(self, state: State) -> np.ndarray:
        """Which atoms that occur belong to a state."""
        chosen = self.atoms > 0
        for axis, choice in enumerate(state):
            if choice is None:
                continue
            wanted = np.zeros(self.atoms.shape[axis], bool)
            if isinstance(choice, tuple):
                wanted[choice[1] : choice[1] + 3] = True
            else:
                wanted[choice] = True
            shape = [1] * 4
            shape[axis] = -1
            chosen = chosen & wanted.reshape(shape)
        return chosen

    def value(self, state: State) -> int:
        return int(self.atoms[self.members(state)].sum())

    def groups(self) -> list[tuple[int, list[int]]]:
        """Every state with its parts along every axis, one level down."""
        found: dict[tuple[int, int], list[int]] = {}
        for state, place in self.place.items():
            for axis, choice in enumerate(state):
                if choice is None:
                    continue
                above = (
                    ("q", choice - choice % 3) if self._is_month(axis, choice) else None
                )
                parent = (*state[:axis], above, *state[axis + 1 :])
                found.setdefault((self.place[parent], axis), []).append(place)
        return [(parent, children) for (parent, _), children in found.items()]

    @staticmethod
    def _is_month(axis: int, choice: object) -> bool:
        return axis == 2 and isinstance(choice, int)

    def betrayed(self, hidden: np.ndarray, threshold: int) -> list[State]:
        """Return the small states that follow from the visible ones."""
        rows = [self.members(state).ravel().astype(int) for state in self.states]
        seen = Span(rows[0].size)
        for place in np.flatnonzero(~hidden):
            seen.add(rows[place])
        return [
            state
            for state, place in self.place.items()
            if 0 < self.counts[place] < threshold and seen.holds(rows[place])
        ]


class Span:
    """All that can be worked out from some sums of atoms, in exact fractions."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.rows: dict[int, list[Fraction]] = {}

    def _rest(self, row: np.ndarray) -> list[Fraction]:
        rest = [Fraction(int(value)) for value in row]
        for pivot, known in self.rows.items():
            if rest[pivot]:
                factor = rest[pivot]
                rest = [a - factor * b for a, b in zip(rest, known, strict=True)]
        return rest

    def add(self, row: np.ndarray) -> None:
        rest = self._rest(row)
        pivot = next((i for i, value in enumerate(rest) if value), None)
        if pivot is not None:
            scale = rest[pivot]
            self.rows[pivot] = [value / scale for value in rest]

    def holds(self, row: np.ndarray) -> bool:
        return not any(self._rest(row))
