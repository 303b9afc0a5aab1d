"""How complete the registration is, as the headline of its theme."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from dashboard.model.measures import Indicator, Measure
from dashboard.pages.overview.region import Region
from dashboard.release.score_queries import Score, scores
from dashboard.release.view import View
from dashboard.server.context import audience

Key = TypeVar("Key", date, str)

SCORE = "completeness"

Months = dict[date, Measure]


def completeness(view: View) -> tuple[Measure, Months, Region]:
    """Return the share of fields that are filled, by month, and in the region."""
    indicator = view.values.indicator(SCORE)
    everywhere = scores(view.release, view.selection, SCORE)
    here = [
        one for one in everywhere if view.selection.district in (None, one.district)
    ]
    months = dict(sorted(_by(here, lambda one: one.month, indicator).items()))
    districts = {}
    if audience().districts is None:
        districts = _by(everywhere, lambda one: one.district, indicator)
    region = Region(_sum(everywhere, indicator), districts, view.selection.district)
    return _sum(here, indicator), months, region


def _sum(found: Iterable[Score], indicator: Indicator) -> Measure:
    found = list(found)
    part, whole = sum(one.part for one in found), sum(one.whole for one in found)
    return Measure(
        indicator,
        label=indicator.label,
        numerator=part,
        denominator=whole,
        value=part / whole if whole else None,
        is_delivered=bool(found),
    )


def _by(
    found: Iterable[Score], key: Callable[[Score], Key | None], indicator: Indicator
) -> dict[Key, Measure]:
    groups: dict[Key, list[Score]] = {}
    for one in found:
        if (place := key(one)) is not None:
            groups.setdefault(place, []).append(one)
    return {place: _sum(of_place, indicator) for place, of_place in groups.items()}
