"""The difference of two shares, with an interval that small numbers can carry."""

from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1 with the ends of its 95% Wilson interval."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Difference:
    """The first share less the second, from -1 to 1, with its 95% interval."""

    value: float
    lower: float
    upper: float

    @property
    def excludes_zero(self) -> bool:
        """Whether chance alone seldom makes so large a difference."""
        return self.lower > 0 or self.upper < 0


def difference(first: Share, second: Share) -> Difference:
    """Return `first` less `second` with Newcombe's hybrid score interval.

    It is made of the two Wilson intervals (Newcombe 1998, method 10), so that the
    release stays the only home of those.
    """
    value = first.value - second.value
    return Difference(
        value,
        value - hypot(first.value - first.lower, second.upper - second.value),
        value + hypot(first.upper - first.value, second.value - second.lower),
    )
