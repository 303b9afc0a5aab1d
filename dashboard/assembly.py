"""Makes measures of the rows of values: labels, doubts, and what is provisional."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard import queries
from dashboard.measures import Doubt, Indicator, Measure, Measures
from dashboard.selection import Selection
from dashboard.store import Release, Row
from expectations.catalogue import load_catalogue

_NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "unknown")


@dataclass(frozen=True)
class Words:
    """What a release says in one language, wherever values of it are shown."""

    indicators: dict[str, Indicator]
    categories: dict[tuple[str, str], str]
    places: dict[tuple[str, str], int] = field(init=False)

    def __post_init__(self) -> None:
        """Remember the place of every category in its list."""
        places = {key: place for place, key in enumerate(self.categories)}
        object.__setattr__(self, "places", places)

    @classmethod
    def of(cls, release: Release, language: str) -> "Words":
        """Read the words of a release, once."""
        return release.remember(
            ("words", language),
            lambda: cls(
                queries.catalogue(release, language),
                queries.category_labels(release, language),
            ),
        )


@dataclass(frozen=True)
class Assembly:
    """Puts rows of values together to measures, for a view in one language."""

    release: Release
    language: str

    def measures(self, rows: Iterable[Row], selection: Selection) -> Measures:
        """Return the measures of rows of one view, categories in their order."""
        words = Words.of(self.release, self.language)
        doubts = self._doubts(selection)
        shared = {
            "is_provisional": self._is_provisional(selection),
            "release": self.release.id,
            "view": selection.search,
        }
        found = [self._measure(row, words, doubts, shared) for row in rows]
        found.sort(key=lambda item: words.places.get(_key(item), len(words.places)))
        return Measures.collect(words.indicators, found)

    def _measure(
        self,
        row: Row,
        words: Words,
        doubts: Mapping[str, tuple[Doubt, ...]],
        shared: Mapping[str, Any],
    ) -> Measure:
        name, category = row["indicator_id"], row["category"] or ""
        indicator = words.indicators.get(name) or Indicator(name, name)
        is_hidden = row.get("is_hidden", False)
        numbers: dict[str, Any] = (
            {} if is_hidden else {number: row[number] for number in _NUMBERS}
        )
        return Measure(
            indicator,
            category,
            words.categories.get((name, category), category) or indicator.label,
            as_of=row["as_of"],
            is_hidden=is_hidden,
            doubts=doubts.get(name, ()),
            **shared,
            **numbers,
        )

    def _doubts(self, selection: Selection) -> dict[str, tuple[Doubt, ...]]:
        """The failing checks of the places of a view, by indicator."""
        counted: dict[str, dict[str, list[int]]] = {}
        for row in self.release.remember(
            "doubts", lambda: queries.doubts(self.release)
        ):
            if _is_of(row, selection):
                checks = counted.setdefault(row["indicator_id"], {})
                sums = checks.setdefault(row["check_id"], [0, 0])
                sums[0] += row["violating"]
                sums[1] += row["assessed"]
        return {
            indicator: tuple(
                Doubt(check_id, self._meaning(check_id), violating, assessed)
                for check_id, (violating, assessed) in checks.items()
            )
            for indicator, checks in counted.items()
        }

    def _meaning(self, check_id: str) -> str:
        checks = self.release.remember(
            "checks", lambda: {check.check_id: check for check in load_catalogue()}
        )
        check = checks.get(check_id)
        if check is None:
            return check_id
        return check.meaning_en if self.language == "en" else check.meaning_nl

    def _is_provisional(self, selection: Selection) -> bool:
        """Whether a pilot of the view is still followed."""
        running = self.release.remember(
            "running", lambda: queries.running_pilots(self.release)
        )
        return bool(running & pilots_of(self.release, selection))


def pilots_of(release: Release, selection: Selection) -> frozenset[str]:
    """Return the pilots that a view is about."""
    if selection.pilot:
        return frozenset({selection.pilot})
    places = release.remember("pilots", lambda: queries.pilot_places(release))
    return frozenset(
        pilot for pilot, district in places if selection.district in (None, district)
    )


def _is_of(row: Row, selection: Selection) -> bool:
    return (selection.district in (None, row["district"])) and (
        selection.pilot in (None, row["pilot"])
    )


def _key(measure: Measure) -> tuple[str, str]:
    return measure.indicator.indicator_id, measure.category
