"""Bailiff and eviction: who got there, how far, and what became of it."""

import sys

from dash.development.base_component import Component

from dashboard.charts import month_charts
from dashboard.charts.category_charts import shares
from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.chart import reading_rule
from dashboard.components.section import pair, section
from dashboard.model.measures import Measures
from dashboard.pages.bailiff.flow import way_past_the_bailiff
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/deurwaarder"


def title() -> str:
    """Return the name of the page."""
    return _("Bailiff and eviction")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    return [
        _bailiff(view.values),
        _steps(view.values),
        _evictions(view.values, month_charts.by_month(view)),
        _target_group(view.values),
    ]


def _bailiff(values: Measures) -> Component:
    names = ["bailiff_during_share", "bailiff_after_share", "bailiff_none_share"]
    return section(
        "bailiff",
        _("To the bailiff or not"),
        _(
            "Counted by household. Where no bailiff list covers a household, it is "
            "unknown whether it went there."
        ),
        [
            cards(values.get(name) for name in names),
            pair(shares(values, "bailiff_before"), shares(values, "bailiff_stage")),
        ],
    )


def _steps(values: Measures) -> Component:
    return section(
        "steps",
        _("From step to step"),
        _(
            "The households with a step during or after the pilot. Steps that were "
            "not registered are skipped, so that a stream may pass one by."
        ),
        [way_past_the_bailiff(values)],
    )


def _evictions(values: Measures, months: month_charts.Months) -> Component:
    names = [
        "evictions_announced",
        "evictions_executed",
        "evictions_averted",
        "eviction_executed_share",
    ]
    return section(
        "evictions",
        _("Evictions in the district"),
        "",
        [
            reading_rule(
                _(
                    "these are all evictions of the district, from the city register, "
                    "also of people who were never signalled. An averted eviction is "
                    "one that was announced and not executed: whether the programme "
                    "averted it cannot be seen here."
                )
            ),
            cards(values.get(name) for name in names),
            month_charts.counts(
                values,
                months,
                [("evictions_averted", ""), ("evictions_executed", "")],
                _("Announced evictions per month"),
            ),
        ],
    )


def _target_group(values: Measures) -> Component:
    names = [
        "target_evictions_announced",
        "target_evictions_executed",
        "target_evictions_averted",
    ]
    return section(
        "target-group",
        _("Evictions in the target group"),
        _(
            "Only households that were signalled, from the bailiff lists: never to be "
            "added to the numbers above."
        ),
        [cards(values.get(name) for name in names)],
    )
