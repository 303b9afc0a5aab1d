"""Recidivism: how long households stay free of a new signal or the bailiff."""

import sys
from urllib.parse import parse_qsl

from dash import html
from dash.development.base_component import Component

from dashboard.charts.category_charts import shares
from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.chart import reading_rule
from dashboard.components.filters import choice
from dashboard.components.section import pair, section
from dashboard.model.measures import Measures
from dashboard.model.selection import allowed, to_search
from dashboard.pages.recidivism import charts
from dashboard.release.recidivism_queries import GROUPINGS, OUTCOMES
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/terugval"

WINDOWS = (
    "recidivism_signal_3",
    "recidivism_signal_6",
    "recidivism_signal_12",
    "recidivism_bailiff_6",
    "recidivism_bailiff_12",
)


def title() -> str:
    """Return the name of the page."""
    return _("Recidivism")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects, with its curves by `outcome`, `group`."""
    outcome = allowed(query.get("outcome"), OUTCOMES) or OUTCOMES[0]
    group = allowed(query.get("group"), tuple(GROUPINGS)) or "all"

    def build(view: View) -> list[Component]:
        return [
            _windows(view.values),
            _curves(view, outcome, group),
            _follow_up(view.values),
        ]

    page = figures_page(release, query, sys.modules[__name__], build)
    extra = {
        "outcome": outcome if outcome != OUTCOMES[0] else None,
        "group": group if group != "all" else None,
    }
    chosen = dict(parse_qsl(page.search.removeprefix("?")))
    return Page(page.title, page.content, to_search({**chosen, **extra}))


def _windows(values: Measures) -> Component:
    return section(
        "windows",
        _("Back within a window"),
        _(
            "Only households that were followed for the whole window count; the others "
            "are left out and stand as unknown."
        ),
        [cards(values.get(name) for name in WINDOWS), charts.windows(values, WINDOWS)],
    )


def _curves(view: View, outcome: str, group: str) -> Component:
    return section(
        "curves",
        _("How long it stays away"),
        _(
            "The share of closed cases that stays free of a new signal or the bailiff. "
            "Each case counts for as long as it was followed."
        ),
        [
            html.Div(
                [
                    choice(
                        "outcome",
                        _("What counts as coming back"),
                        outcome if outcome != OUTCOMES[0] else None,
                        [("bailiff", _("A step of the bailiff"))],
                        _("A new signal"),
                    ),
                    choice(
                        "group",
                        _("By group"),
                        group if group != "all" else None,
                        list(charts.grouping_names().items()),
                        _("All together"),
                    ),
                ],
                className="filter-row curve-choices",
            ),
            *charts.curves(view, outcome, group),
            reading_rule(
                _(
                    "groups were not made by lot. A curve that stays higher may belong "
                    "to people who had an easier start; a small p-value says that "
                    "chance alone seldom gives such a difference, not what caused it."
                )
            ),
        ],
    )


def _follow_up(values: Measures) -> Component:
    names = [
        "households_followed",
        "arrears_again_share",
        "arrears_again_known_share",
        "terug_bemiddeld_share",
    ]
    return section(
        "follow-up",
        _("Asked again afterwards"),
        _("What the follow-up found, some time after the pilot."),
        [
            cards(values.get(name) for name in names),
            pair(
                shares(values, "arrears_again"), shares(values, "madi_contact_period")
            ),
            pair(
                shares(values, "follow_up_opinion"),
                shares(values, "follow_up_situation"),
            ),
        ],
    )
