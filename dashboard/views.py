"""What a page shows of a selection: its own values, and those of its district."""

from datetime import date

from dashboard import queries
from dashboard.measures import Measures
from dashboard.selection import Selection
from dashboard.store import Release

DISTRICT_INDICATORS = (
    "evictions_announced",
    "evictions_executed",
    "evictions_averted",
    "eviction_executed_share",
)
"""Counted by the city register for a whole district, never for a pilot."""


def behind(release: Release, selection: Selection) -> Selection:
    """Return the selection of the district in which the selected pilot works."""
    district = selection.district
    if selection.pilot and not district:
        district = queries.pilot_districts(release).get(selection.pilot)
    return Selection(district=district, year=selection.year)


def measures(release: Release, selection: Selection, language: str) -> Measures:
    """Return the values of a selection; empty when nothing was registered there."""
    own = queries.measures(release, selection, language)
    if not own.values:
        return own
    area = queries.measures(release, behind(release, selection), language)
    return own.with_values_of(area, DISTRICT_INDICATORS)


def months(
    release: Release, selection: Selection, indicator_ids: list[str]
) -> dict[str, dict[date, float]]:
    """Return monthly numerators by indicator and month, in order."""
    of_district = [name for name in indicator_ids if name in DISTRICT_INDICATORS]
    own = [name for name in indicator_ids if name not in DISTRICT_INDICATORS]
    return queries.months(release, selection, own) | queries.months(
        release, behind(release, selection), of_district
    )
