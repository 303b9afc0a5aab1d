"""Reach and visits: who was tried, who opened, who was reached, and when."""

import sys

from dash.development.base_component import Component

from dashboard.charts import month_charts
from dashboard.charts.category_charts import apart, shares
from dashboard.charts.figures_page import figures_page
from dashboard.charts.funnel_chart import funnel
from dashboard.components.card import cards
from dashboard.components.chart import reading_rule
from dashboard.components.section import pair, section
from dashboard.model.measures import Measures
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/bereik"


def title() -> str:
    """Return the name of the page."""
    return _("Reach and visits")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    values, months = view.values, month_charts.by_month(view)
    return [
        _way(values, months),
        _reached(values),
        _visits(values),
        _not_visited(values),
        _first_attempt(values, months),
    ]


def _way(values: Measures, months: month_charts.Months) -> Component:
    names = [
        "taken_up_share",
        "attempted_share",
        "second_attempt_share",
        "at_home_share",
        "reached_share",
        "reached_signals_share",
        "not_reached_share",
    ]
    return section(
        "way",
        _("From signal to contact"),
        _("Every step has its own denominator: who could have taken that step."),
        [
            cards(values.get(name) for name in names),
            pair(
                funnel(values),
                month_charts.lines(
                    values,
                    months,
                    ["reached_share", "attempted_share"],
                    _("Visited and reached, by month of the signal"),
                ),
            ),
        ],
    )


def _reached(values: Measures) -> Component:
    return section(
        "reached",
        _("How people were reached"),
        "",
        [
            reading_rule(
                _(
                    "heavier channels and more attempts go to heavier cases, and who "
                    "is reached gets no further attempt. A lower share after more "
                    "attempts does not mean that trying again does not help."
                )
            ),
            pair(
                shares(values, "reached_by_channel"),
                apart(values, "reached_by_attempts"),
            ),
        ],
    )


def _visits(values: Measures) -> Component:
    return section(
        "visits",
        _("When the door opens"),
        _("Counted by visit attempt: a household that was visited twice counts twice."),
        [
            pair(
                apart(values, "visit_opened_by_number"),
                apart(values, "visit_opened_by_daypart"),
            ),
            pair(
                apart(values, "visit_opened_by_announcement"),
                apart(values, "visit_opened_by_visitors"),
            ),
            pair(shares(values, "opened_at_attempt"), shares(values, "visit_outcome")),
        ],
    )


def _not_visited(values: Measures) -> Component:
    return section(
        "not-visited",
        _("Why there was no visit"),
        _("Signals that were not taken up, and signals at which no visit was tried."),
        [
            pair(
                shares(values, "not_attempted_reason"),
                shares(values, "not_taken_up_reason"),
            )
        ],
    )


def _first_attempt(values: Measures, months: month_charts.Months) -> Component:
    names = ["days_to_first_attempt", "days_to_first_attempt_p90"]
    return section(
        "first-attempt",
        _("How soon the first visit comes"),
        _(
            "Half of the first visits come within the median, nine in ten within the "
            "second number. Only dated attempts count."
        ),
        [
            cards(values.get(name) for name in names),
            pair(
                shares(values, "days_to_first_attempt_class"),
                month_charts.lines(
                    values, months, names, _("Days to the first visit, by month")
                ),
            ),
        ],
    )
