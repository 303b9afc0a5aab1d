"""Differences of two values: how large, and whether chance often makes as much."""

from dataclasses import dataclass

from dashboard.model.measures import Indicator, Measure
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.statistics.proportions import Difference, Share, difference

_RATES = ("mean", "median", "p90", "per_month", "per_1000")
"""What is comparable between sides of unequal size, beside shares."""


@dataclass(frozen=True)
class Pair:
    """An indicator on both sides."""

    left: Measure
    right: Measure

    @property
    def indicator(self) -> Indicator:
        """The indicator that both are values of."""
        return self.left.indicator

    @property
    def is_known(self) -> bool:
        """Whether there are two values to compare."""
        return self.left.value is not None and self.right.value is not None

    @property
    def interval(self) -> Difference | None:
        """The difference of two shares with its interval."""
        left, right = _share(self.left), _share(self.right)
        if left is None or right is None:
            return None
        return difference(left, right)

    @property
    def amount(self) -> float | None:
        """The left value less the right one, where that means something."""
        found = self.interval
        if found is not None:
            return found.value
        if self.left.value is None or self.right.value is None:
            return None
        is_rate = self.indicator.aggregate in _RATES
        return self.left.value - self.right.value if is_rate else None


def _share(measure: Measure) -> Share | None:
    is_whole = None not in (measure.value, measure.lower, measure.upper)
    if not (measure.indicator.is_share and is_whole):
        return None
    return Share(measure.value or 0.0, measure.lower or 0.0, measure.upper or 0.0)


def difference_text(pair: Pair) -> str:
    """Write a difference with its sign, shares in percentage points."""
    amount = pair.amount
    if amount is None:
        return formats.NOTHING
    if pair.indicator.number_format == "percent":
        return _("%(n)s points") % {"n": _signed_points(amount)}
    written = formats.amount(abs(amount), pair.indicator.number_format)
    return f"{_sign(amount)}{written}"


def interval_text(pair: Pair) -> str:
    """Write the interval of a difference of shares, empty without one."""
    found = pair.interval
    if found is None:
        return ""
    return _("%(lower)s to %(upper)s") % {
        "lower": _signed_points(found.lower),
        "upper": _signed_points(found.upper),
    }


def _signed_points(value: float) -> str:
    points = round(value * 100)
    return f"{_sign(points)}{formats.number(abs(points))}"


def _sign(value: float) -> str:
    if value == 0:
        return ""
    return "+" if value > 0 else "−"
