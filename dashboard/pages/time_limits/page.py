"""The time limits: who keeps them, in which district, and since when."""

import sys

from dash.development.base_component import Component

from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.section import pair, section
from dashboard.pages.time_limits import charts
from dashboard.pages.time_limits.norms import in_words, norm_table
from dashboard.release import norm_queries
from dashboard.release.norm_queries import Norm
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/termijnen"

LIMITS = {
    "feedback": "feedback_on_time_share",
    "examination": "examined_on_time_share",
    "receipt": "receipt_on_time_share",
    "objection": "objection_period_kept_share",
}
"""The norms of `norms.csv`, with the share of signals that keep them."""


def title() -> str:
    """Return the name of the page."""
    return _("Time limits")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _build)


def _build(view: View) -> list[Component]:
    sight = charts.Sight(
        view, view.series(*LIMITS.values(), *charts.DAYS), view.split("district")
    )
    return [
        section(
            "limits",
            _("Within the limits"),
            _(
                "Each share is of the signals for which the limit holds: a form "
                "without feedback cannot be late with it."
            ),
            [
                cards(view.values.get(name) for name in LIMITS.values()),
                norm_table(
                    [
                        norm
                        for norm in norm_queries.norms(view.release, view.language)
                        if norm.norm in LIMITS
                    ],
                    view,
                ),
            ],
        ),
        *(
            _limit(sight, norm, name)
            for norm, name in LIMITS.items()
            if view.values.get(name).state in ("known", "hidden", "unknown")
        ),
        _first_attempt(sight),
    ]


def _limit(sight: charts.Sight, norm: str, indicator_id: str) -> Component:
    """The months and the districts of one limit."""
    found = _norm_of(sight.view, norm)
    return section(
        f"limit-{norm}",
        sight.view.values.indicator(indicator_id).label,
        in_words(found) if found else "",
        [
            pair(
                charts.share_per_month(sight, indicator_id),
                charts.share_per_district(sight, indicator_id),
            )
        ],
    )


def _norm_of(view: View, norm: str) -> Norm | None:
    pilot = view.selection.pilot
    return norm_queries.norm_of(view.release, norm, pilot, view.language)


def _first_attempt(sight: charts.Sight) -> Component:
    names = ["days_to_first_attempt", "days_to_first_attempt_p90"]
    norm = _norm_of(sight.view, "examination")
    return section(
        "first-attempt",
        _("Days to the first attempt"),
        _(
            "Half of the first visits come within the median, nine in ten within "
            "the second number. Only dated attempts count."
        ),
        [
            cards(sight.view.values.get(name) for name in names),
            pair(
                charts.days_per_month(sight, norm.amount if norm else None),
                charts.days_per_district(sight),
            ),
        ],
    )
