"""Indicator values as the screen needs them: known, hidden, unknown, or not there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

Key = tuple[str, str]
"""An indicator and a category; the empty text is the whole."""

Source = TypeVar("Source")
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


class MadeWhenAsked(Mapping[Key, Measure], Generic[Source]):
    """Measures that are made of their sources when somebody asks for one.

    A view has hundreds of values, and a page shows a few of each.
    """

    def __init__(
        self, sources: Mapping[Key, Source], make: Callable[[Key, Source], Measure]
    ) -> None:
        """Remember what a measure is made of, by indicator and category."""
        self._sources = sources
        self._make = make
        self._made: dict[Key, Measure] = {}

    def __getitem__(self, key: Key) -> Measure:
        """Return a measure, always the same; raises KeyError for another key."""
        if key not in self._made:
            self._made[key] = self._make(key, self._sources[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a measure, without making it."""
        return key in self._sources

    def __iter__(self) -> Iterator[Key]:
        """Go through the keys in their order."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._sources)


@dataclass(frozen=True)
class Measures:
    """The values of one view, found by indicator and category.

    A hidden view has no values, and shows nothing to who may not see small numbers.
    """

    catalogue: dict[str, Indicator]
    values: Mapping[Key, Measure] = field(default_factory=dict)
    is_hidden: bool = False

    @property
    def as_of(self) -> date | None:
        """The day as seen from which the values count."""
        return next((item.as_of for item in self.values.values()), None)

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
            self.values[key] for key in self.values if key[0] == indicator_id and key[1]
        ]
