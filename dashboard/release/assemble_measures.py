"""Makes measures of the rows of values: labels, doubts, and what is provisional."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dashboard.model.measures import (
    Doubt,
    Indicator,
    Key,
    MadeWhenAsked,
    Measure,
    Measures,
)
from dashboard.model.selection import Selection
from dashboard.release import label_queries
from dashboard.release.value_queries import states
from dashboard.server.release_store import Release, Row
from expectations.catalogue.catalogue import load_catalogue

_NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "unknown")

Numbers = tuple[float | None, ...]
"""What a row says, as small as it can be kept: hundreds of thousands are remembered."""

Doubts = Mapping[str, tuple[Doubt, ...]]


@dataclass(frozen=True)
class Words:
    """What a release says in one language, wherever values of it are shown."""

    indicators: dict[str, Indicator]
    categories: dict[tuple[str, str], str]
    places: dict[tuple[str, str], int]
    as_of: date | None

    @classmethod
    def of(cls, release: Release, language: str) -> "Words":
        """Read the words of a release, once."""
        return release.remember(
            ("words", language), lambda: cls._read(release, language)
        )

    @classmethod
    def _read(cls, release: Release, language: str) -> "Words":
        categories = label_queries.category_labels(release, language)
        return cls(
            label_queries.catalogue(release, language),
            categories,
            {key: place for place, key in enumerate(categories)},
            label_queries.as_of(release),
        )


def assemble(
    release: Release, rows: Iterable[Row], selection: Selection, language: str
) -> Measures:
    """Return the measures of the rows of one view, categories in their order."""
    words = Words.of(release, language)
    doubts = _doubts(release, selection, language)
    context: Row = {
        "as_of": words.as_of,
        "is_provisional": _is_provisional(release, selection),
        "release": release.id,
    }
    found = {_key(row["indicator_id"], row["category"]): _numbers(row) for row in rows}
    last = len(words.places)
    ordered = sorted(found, key=lambda key: words.places.get(key, last))
    values = MadeWhenAsked(
        {key: found[key] for key in ordered},
        lambda key, numbers: _measure(key, numbers, words, doubts, context),
    )
    return Measures(words.indicators, values)


@cache
def _key(indicator_id: str, category: str | None) -> Key:
    """The one key that all views share."""
    return indicator_id, category or ""


def _numbers(row: Row) -> Numbers:
    return (*(row[number] for number in _NUMBERS), row.get("is_hidden", False))


def _measure(
    key: Key, numbers: Numbers, words: Words, doubts: Doubts, context: Row
) -> Measure:
    name, category = key
    indicator = words.indicators.get(name) or Indicator(name, name)
    said: dict[str, Any] = dict(zip((*_NUMBERS, "is_hidden"), numbers, strict=True))
    return Measure(
        indicator,
        category,
        words.categories.get(key) or category or indicator.label,
        doubts=doubts.get(name, ()),
        **said,
        **context,
    )


def _doubts(release: Release, selection: Selection, language: str) -> Doubts:
    """The failing checks of the places of a view, by indicator."""
    place = (selection.district, selection.pilot)
    return release.remember(
        ("doubts", *place, language), lambda: _read_doubts(release, *place, language)
    )


def _read_doubts(
    release: Release, district: str | None, pilot: str | None, language: str
) -> Doubts:
    found: dict[str, list[Doubt]] = {}
    for row in label_queries.doubts(release, district, pilot):
        meaning = _meaning(row["check_id"], language)
        doubt = Doubt(row["check_id"], meaning, row["violating"], row["assessed"])
        found.setdefault(row["indicator_id"], []).append(doubt)
    return {indicator: tuple(doubts) for indicator, doubts in found.items()}


def _meaning(check_id: str, language: str) -> str:
    for check in load_catalogue():
        if check.check_id == check_id:
            return check.meaning_en if language == "en" else check.meaning_nl
    return check_id


def _is_provisional(release: Release, selection: Selection) -> bool:
    """Whether a pilot of the view is still followed."""
    running = release.remember("running", lambda: label_queries.running_pilots(release))
    if selection.pilot:
        return selection.pilot in running
    places = release.remember(
        "places",
        lambda: {(state.pilot, state.district) for state in states(release)},
    )
    return any((pilot, selection.district) in places for pilot in running)
