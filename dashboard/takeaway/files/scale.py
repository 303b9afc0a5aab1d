"""The axis of a drawing: from values to places, and which values get a number."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal, format_percent

from dashboard.takeaway.files.plot import Plot

_STEPS = 5
_ROOM = 1.08


@dataclass(frozen=True)
class Scale:
    """A straight axis from `low` to `high`, drawn from `start` over `length` points."""

    low: float
    high: float
    start: float
    length: float

    def __call__(self, value: float) -> float:
        """Return the place of a value, kept within the axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + self.length * min(1.0, max(0.0, share))

    def ticks(self) -> list[float]:
        """Return some five round values on the axis."""
        reach = self.high - self.low
        steps = (one * 10.0**power for power in range(-3, 8) for one in (1, 2, 5))
        step = next(one for one in steps if reach <= one * _STEPS)
        first = -(-self.low // step)
        numbers = (step * (first + place) for place in range(2 * _STEPS))
        return [round(one, 6) for one in numbers if one <= self.high + 1e-9]


def value_scale(plot: Plot, start: float, length: float) -> Scale:
    """Return the axis of the values of a plot."""
    if plot.reach:
        return Scale(*plot.reach, start, length)
    high = max(_heights(plot), default=0.0) * _ROOM
    return Scale(0.0, high or 1.0, start, length)


def tick_text(value: float, language: str, *, is_share: bool) -> str:
    """Write a value on an axis."""
    if is_share:
        return str(format_percent(value, "#,##0%", locale=language))
    return str(format_decimal(value, "#,##0.##", locale=language))


def _heights(plot: Plot) -> Iterable[float]:
    if plot.is_stacked:
        columns = zip(*(one.values for one in plot.series), strict=True)
        return [sum(value or 0 for value in column) for column in columns]
    return [
        end
        for one in plot.series
        for end in (*one.values, *one.upper)
        if end is not None
    ]
