"""The dimensions in words: their names, and the labels of their codes."""

from dashboard.model.periods import Period
from dashboard.release import label_queries
from dashboard.server.release_store import Release
from dashboard.words import formats, i18n
from dashboard.words.i18n import gettext as _
from warehouse.figures.disclosure.reader import PERIODS


def titles() -> dict[str, str]:
    """Return the name of every filter, in the order of the filter bar."""
    return {
        "period": _("Period"),
        "district": _("District"),
        "pilot": _("Pilot"),
        "programme": _("Programme"),
        "model": _("Way of working"),
        "corporation": _("Housing corporation"),
        "partner": _("Kind of creditor"),
        "sex": _("Sex"),
        "age": _("Age"),
        "household": _("Household"),
        "repeat": _("First or repeat"),
    }


def everything() -> dict[str, str]:
    """Return, for every filter, the words for leaving it out."""
    return {
        "period": _("Whole period"),
        "district": _("All districts"),
        "pilot": _("All pilots"),
        "programme": _("All programmes"),
        "model": _("All ways of working"),
        "corporation": _("All corporations"),
        "partner": _("All creditors"),
        "sex": _("Everybody"),
        "age": _("All ages"),
        "household": _("All households"),
        "repeat": _("First and repeat"),
    }


def labels(release: Release, dimension: str, language: str) -> dict[str, str]:
    """Return the label of every code of a dimension, in the order of its list.

    Raises KeyError for what is no dimension; a code without a label is its own.
    """
    return release.remember(
        ("labels", dimension, language, i18n.language()),
        lambda: _labels(release, dimension, language),
    )


def _labels(release: Release, dimension: str, language: str) -> dict[str, str]:
    if dimension in ("period", *PERIODS):
        return {code: period_label(code) for code in label_queries.periods(release)}
    if dimension == "district":
        found = label_queries.district_labels(release, language)
    elif dimension == "pilot":
        found = label_queries.pilot_labels(release, language)
    elif dimension == "corporation":
        found = label_queries.corporation_labels(release, language)
    else:
        found = _in_words(release, dimension, language)
    return {**found, "unknown": _("Unknown")}


def period_label(code: str) -> str:
    """Write a period in words: `2009`, `first quarter 2009`, `March 2009`."""
    period = Period.parse(code)
    if period is None or period.kind == "year":
        return code
    if period.kind == "month":
        return formats.month(period.first)
    return _("Quarter %(number)s of %(year)s") % {
        "number": code[-1],
        "year": code[:4],
    }


def _in_words(release: Release, dimension: str, language: str) -> dict[str, str]:
    if dimension == "model":
        return {
            "model-1": _("Model 1: a letter, then a visit"),
            "model-2": _("Model 2: a visit at once"),
            "city-model": _("City model"),
            "conference": _("Eigen Kracht conference"),
            "other": _("Another way of working"),
        }
    if dimension == "age":
        return {
            "under-25": _("Under 25"),
            "25-34": "25–34",
            "35-44": "35–44",
            "45-54": "45–54",
            "55-64": "55–64",
            "65-plus": _("65 and over"),
        }
    if dimension == "repeat":
        return {"first": _("First signal"), "repeat": _("Repeat signal")}
    return label_queries.code_labels(release, dimension, language)
