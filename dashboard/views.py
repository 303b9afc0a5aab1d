"""What a page shows of a selection: its values, over time, and split by a dimension.

Every figure on the screen comes through here, for the audience of the request.
"""

from datetime import date

from dashboard import dimensions, queries
from dashboard.assembly import Assembly
from dashboard.audience import Audience, audience
from dashboard.measures import Measure, Measures
from dashboard.periods import Period
from dashboard.selection import COLUMNS, GROUPS, Options, Selection
from dashboard.store import Release, Row
from dashboard.value_queries import PERIODS, rows

DISTRICT_INDICATORS = (
    "evictions_announced",
    "evictions_executed",
    "evictions_averted",
    "eviction_executed_share",
)
"""Counted by the city register for a whole district: never for a pilot or a group."""

_NOTHING_COUNTED = dict.fromkeys(
    ("numerator", "denominator", "value", "lower", "upper", "as_of"), None
)
_NOT_APPLICABLE: list[Row] = [
    {"indicator_id": name, "category": None, "unknown": 0, **_NOTHING_COUNTED}
    for name in DISTRICT_INDICATORS
]

DIMENSIONS = (*COLUMNS, *PERIODS)
"""What values can be split by."""


def options(release: Release, viewer: Audience | None = None) -> Options:
    """Return what may be chosen, by the audience of the request unless given."""
    return queries.options(release, (viewer or audience()).districts)


def labels(release: Release, dimension: str, language: str) -> dict[str, str]:
    """Return the label of every code of a dimension, in the order of its list."""
    return dimensions.labels(release, dimension, language)


def measures(
    release: Release,
    selection: Selection,
    language: str,
    viewer: Audience | None = None,
) -> Measures:
    """Return the values of a selection; empty when nothing was registered there."""
    found = _read(release, selection, None, viewer or audience())
    assembly = Assembly(release, language)
    return assembly.measures(found.get("", []), selection)


def split(
    release: Release,
    selection: Selection,
    dimension: str,
    language: str,
    viewer: Audience | None = None,
) -> dict[str, Measures]:
    """Return the values of a selection for every code of `dimension`.

    `dimension` is one of `DIMENSIONS`; a code of which nothing was registered is left
    out. Raises KeyError for another dimension.
    """
    if dimension not in DIMENSIONS:
        raise KeyError(dimension)
    found = _read(release, selection, dimension, viewer or audience())
    assembly = Assembly(release, language)
    return {
        code: assembly.measures(of_code, _narrowed(selection, dimension, code))
        for code, of_code in found.items()
    }


def series(
    release: Release,
    selection: Selection,
    indicator_ids: list[str],
    language: str,
    viewer: Audience | None = None,
) -> dict[str, dict[date, Measure]]:
    """Return the monthly values of indicators, by indicator and month, in order.

    A month of which nothing was registered is left out.
    """
    months = split(release, selection, "month", language, viewer)
    return {
        name: {
            Period.parse(code).first: values.values[name, ""]  # type: ignore[union-attr]
            for code, values in months.items()
            if (name, "") in values.values
        }
        for name in indicator_ids
    }


def months(
    release: Release, selection: Selection, indicator_ids: list[str]
) -> dict[str, dict[date, float]]:
    """Return the monthly numerators that may be shown, by indicator and month."""
    found = series(release, selection, indicator_ids, "en")
    return {
        name: {
            month: measure.numerator
            for month, measure in of_name.items()
            if measure.numerator is not None
        }
        for name, of_name in found.items()
    }


def behind(release: Release, selection: Selection) -> Selection:
    """Return the selection of the district in which the selected pilot works."""
    district = selection.district
    if selection.pilot and not district:
        district = queries.pilot_districts(release).get(selection.pilot)
    return Selection(district=district, period=selection.period)


def _read(
    release: Release, selection: Selection, dimension: str | None, viewer: Audience
) -> dict[str, list[Row]]:
    """Rows by code, with those of the register of evictions from their district."""
    found = _by_code(rows(release, selection, dimension), viewer, dimension)
    if selection.groups or dimension in GROUPS:
        return {
            code: _without_register(of_code) + _NOT_APPLICABLE
            for code, of_code in found.items()
        }
    if not found or (not selection.pilot and dimension != "pilot"):
        return found
    if dimension == "pilot":
        areas = _of_pilot_districts(release, selection, viewer)
    else:
        area = behind(release, selection)
        areas = _by_code(rows(release, area, dimension), viewer, dimension)
    return {
        code: _without_register(of_code) + _register(areas.get(code, []))
        for code, of_code in found.items()
    }


def _of_pilot_districts(
    release: Release, selection: Selection, viewer: Audience
) -> dict[str, list[Row]]:
    area = Selection(period=selection.period)
    districts = _by_code(rows(release, area, "district"), viewer, "district")
    return {
        pilot: districts.get(selection.district or district, [])
        for pilot, district in queries.pilot_districts(release).items()
    }


def _by_code(
    found: list[Row], viewer: Audience, dimension: str | None
) -> dict[str, list[Row]]:
    """Rows by the code of their dimension; of districts only those of the viewer."""
    by_code: dict[str, list[Row]] = {}
    for row in found:
        is_theirs = viewer.districts is None or row["code"] in viewer.districts
        if dimension != "district" or is_theirs:
            by_code.setdefault(row["code"] or "", []).append(row)
    return by_code


def _without_register(found: list[Row]) -> list[Row]:
    return [row for row in found if row["indicator_id"] not in DISTRICT_INDICATORS]


def _register(found: list[Row]) -> list[Row]:
    return [row for row in found if row["indicator_id"] in DISTRICT_INDICATORS]


def _narrowed(selection: Selection, dimension: str, code: str) -> Selection:
    return selection.with_(**{dimension: code}) if dimension in COLUMNS else selection
