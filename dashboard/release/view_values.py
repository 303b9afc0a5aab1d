"""What a page shows of a selection: its values, over time, and split by a dimension.

Every figure on the screen comes through here, for the audience of the request.
"""

from dataclasses import replace
from datetime import date

from dashboard.model.measures import Measure, Measures
from dashboard.model.selection import COLUMNS, GROUPS, Options, Selection
from dashboard.release import dimensions, label_queries
from dashboard.release.assemble_measures import assemble
from dashboard.release.value_queries import Split, rows
from dashboard.server.context import audience
from dashboard.server.release_store import Release, Row
from warehouse.figures.disclosure.reader import PERIODS, Audience, NotPreparedError

DISTRICT_INDICATORS = (
    "evictions_announced",
    "evictions_executed",
    "evictions_averted",
    "eviction_executed_share",
)
"""Counted by the city register for a whole district: never for a pilot or a group."""

_NOTHING = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))
_NOT_APPLICABLE: list[Row] = [
    {"indicator_id": name, "category": None, "unknown": 0, **_NOTHING}
    for name in DISTRICT_INDICATORS
]

DIMENSIONS = (*COLUMNS, *PERIODS)
"""What values can be split by."""


def options(release: Release, viewer: Audience | None = None) -> Options:
    """Return what may be chosen, by the audience of the request unless given."""
    return label_queries.options(release, viewer or audience())


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
    found = _views(release, selection, None, language, viewer or audience())
    return found.get("") or assemble(release, [], selection, language)


def split(
    release: Release,
    selection: Selection,
    dimension: str,
    language: str,
    viewer: Audience | None = None,
) -> dict[str, Measures]:
    """Return the values of a selection for every code of `dimension`, in their order.

    `dimension` is one of `DIMENSIONS`; a code of which nothing was registered is left
    out. Raises KeyError for another dimension.
    """
    if dimension not in DIMENSIONS:
        raise KeyError(dimension)
    found = _views(release, selection, dimension, language, viewer or audience())
    places = {code: at for at, code in enumerate(labels(release, dimension, language))}
    return dict(
        sorted(found.items(), key=lambda item: places.get(item[0], len(places)))
    )


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
            date.fromisoformat(f"{code}-01"): values.values[name, ""]
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
        district = _pilot_districts(release).get(selection.pilot)
    return Selection(district=district, period=selection.period)


def _views(
    release: Release,
    selection: Selection,
    dimension: str | None,
    language: str,
    viewer: Audience,
) -> dict[str, Measures]:
    """The values of a view by code, found once per audience."""
    return release.remember(
        ("views", selection, dimension, language, viewer),
        lambda: _read(release, selection, dimension, language, viewer),
        lambda found: sum(len(one.values) for one in found.values()),
    )


def _read(
    release: Release,
    selection: Selection,
    dimension: str | None,
    language: str,
    viewer: Audience,
) -> dict[str, Measures]:
    try:
        found = rows(release, selection, dimension, viewer)
    except NotPreparedError:
        words = assemble(release, [], selection, language)
        return {"": replace(words, is_hidden=True)} if dimension is None else {}
    found = _with_register(release, selection, dimension, viewer, found)
    return {
        code: assemble(
            release, of_code, _narrowed(selection, dimension, code), language
        )
        for code, of_code in found.items()
    }


def _with_register(
    release: Release,
    selection: Selection,
    dimension: str | None,
    viewer: Audience,
    found: Split,
) -> Split:
    """Rows by code, with those of the register of evictions from their district."""
    if selection.groups or dimension in GROUPS:
        areas: Split = dict.fromkeys(found, _NOT_APPLICABLE)
    elif dimension == "pilot":
        areas = _of_pilot_districts(release, selection, viewer)
    elif selection.pilot:
        areas = rows(release, behind(release, selection), dimension, viewer)
    else:
        return found
    return {
        code: [row for row in of_code if not _is_register(row)]
        + [row for row in areas.get(code, []) if _is_register(row)]
        for code, of_code in found.items()
    }


def _is_register(row: Row) -> bool:
    return row["indicator_id"] in DISTRICT_INDICATORS


def _of_pilot_districts(
    release: Release, selection: Selection, viewer: Audience
) -> Split:
    area = Selection(period=selection.period)
    of_districts = rows(release, area, "district", viewer)
    return {
        pilot: of_districts.get(selection.district or district, [])
        for pilot, district in _pilot_districts(release).items()
    }


def _pilot_districts(release: Release) -> dict[str, str]:
    return release.remember(
        "pilot_districts", lambda: label_queries.pilot_districts(release)
    )


def _narrowed(selection: Selection, dimension: str | None, code: str) -> Selection:
    return selection.with_(**{dimension: code}) if dimension in COLUMNS else selection
