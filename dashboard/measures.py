"""Indicator values as the screen needs them: known, hidden, unknown, or not there."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

State = Literal["known", "unknown", "not_applicable", "not_delivered", "hidden"]

SMALL_DENOMINATOR = 30
"""Below this many units a share is marked as resting on a small number."""


@dataclass(frozen=True)
class Indicator:
    """What the catalogue says about an indicator, in one language."""

    indicator_id: str
    label: str
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    number_format: str = "count"
    aggregate: str = "count"
    source: str = ""
    unit: str = ""

    @property
    def is_share(self) -> bool:
        """Whether its value is a fraction between 0 and 1."""
        return self.aggregate == "share"

    @property
    def is_middle(self) -> bool:
        """Whether its value is a quantile, so that dividing means nothing."""
        return self.aggregate in ("median", "p90", "min", "max")


@dataclass(frozen=True)
class Doubt:
    """A failing check that makes a value doubtful, in one language."""

    check_id: str
    meaning: str
    violating: int
    assessed: int


@dataclass(frozen=True)
class Measure:
    """One value of one indicator, with everything needed to judge it.

    A hidden one has neither value nor counts: they are too small to be shown, or
    would betray one that is. `view` is the query of the view it belongs to.
    """

    indicator: Indicator
    category: str = ""
    label: str = ""
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    unknown: int | None = None
    as_of: date | None = None
    is_delivered: bool = True
    is_hidden: bool = False
    is_provisional: bool = False
    doubts: tuple[Doubt, ...] = ()
    release: str = ""
    view: str = ""

    @property
    def state(self) -> State:
        """Which of the five things this is; zero is a known value."""
        if not self.is_delivered:
            return "not_delivered"
        if self.is_hidden:
            return "hidden"
        if self.value is not None:
            return "known"
        return "unknown" if self.unknown else "not_applicable"

    @property
    def is_small(self) -> bool:
        """Whether a share rests on so few units that chance may explain it."""
        return (
            self.state == "known"
            and self.indicator.is_share
            and (self.denominator or 0) < SMALL_DENOMINATOR
        )


@dataclass(frozen=True)
class Measures:
    """The values of one view, found by indicator and category.

    A hidden view has no values, and shows nothing to who may not see small numbers.
    """

    catalogue: dict[str, Indicator]
    values: dict[tuple[str, str], Measure] = field(default_factory=dict)
    is_hidden: bool = False

    @classmethod
    def collect(
        cls, catalogue: dict[str, Indicator], values: Iterable[Measure]
    ) -> "Measures":
        """Put `values`, in their order, where they can be found."""
        keyed = {(item.indicator.indicator_id, item.category): item for item in values}
        return cls(catalogue, keyed)

    @property
    def as_of(self) -> date | None:
        """The day as seen from which the values count."""
        return next((item.as_of for item in self.values.values()), None)

    def with_values_of(
        self, other: "Measures", indicator_ids: Iterable[str]
    ) -> "Measures":
        """Return these values, with those of some indicators taken from `other`."""
        taken = set(indicator_ids)
        kept = {key: item for key, item in self.values.items() if key[0] not in taken}
        added = {key: item for key, item in other.values.items() if key[0] in taken}
        return Measures(self.catalogue, kept | added)

    def get(self, indicator_id: str, category: str = "") -> Measure:
        """Return the value, or one that says it is hidden or was not delivered."""
        found = self.values.get((indicator_id, category))
        return found or Measure(
            self.indicator(indicator_id),
            is_delivered=self.is_hidden,
            is_hidden=self.is_hidden,
        )

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the catalogue entry of an indicator."""
        return self.catalogue.get(indicator_id) or Indicator(indicator_id, indicator_id)

    def categories(self, indicator_id: str) -> list[Measure]:
        """Return the values of an indicator that is split into categories."""
        return [
            replace(item, label=item.label or item.category)
            for (found, category), item in self.values.items()
            if found == indicator_id and category
        ]
