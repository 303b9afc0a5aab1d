"""The overview of a district and a pilot: from signal to what came after."""

import sys

from dash.development.base_component import Component

from dashboard import views
from dashboard.components.card import cards
from dashboard.components.section import pair, section
from dashboard.i18n import gettext as _
from dashboard.measures import Measures
from dashboard.pages import overview_charts as charts
from dashboard.pages.page import Page
from dashboard.pages.scaffold import View, figures_page
from dashboard.store import Release

PATH = "/"


def title() -> str:
    """Return the name of the page."""
    return _("Overview")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the overview of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    values = view.values
    series = views.months(
        view.release,
        view.selection,
        ["signals", "evictions_executed", "evictions_averted"],
    )
    return [
        _signals(values, series),
        _reach(values),
        _outcome(values),
        _bailiff(values),
        _evictions(values, series),
        _after(values),
    ]


def _signals(values: Measures, series: charts.Months) -> Component:
    names = [
        "signals",
        "households",
        "signals_per_month",
        "arrears_mean",
        "repeat_share",
    ]
    return section(
        "signals",
        _("Signals"),
        _("What came in, and how far it got. More signals can be good news."),
        [
            cards(values.get(name) for name in names),
            pair(charts.signals_per_month(values, series), charts.funnel(values)),
        ],
    )


def _reach(values: Measures) -> Component:
    names = [
        "taken_up_share",
        "attempted_share",
        "second_attempt_share",
        "at_home_share",
        "reached_share",
    ]
    return section(
        "reach",
        _("Reach and visits"),
        _("Whom a visit was tried at, who opened, and who was reached at all."),
        [
            cards(values.get(name) for name in names),
            pair(
                charts.shares(values, "reached_by_channel", _("Reached, by channel")),
                charts.shares(
                    values, "not_attempted_reason", _("Why there was no visit")
                ),
            ),
        ],
    )


def _outcome(values: Measures) -> Component:
    names = [
        "paid_or_arranged_share",
        "madi_contact_share",
        "accepted_share",
        "trajectory_share",
        "known_before_share",
    ]
    return section(
        "outcome",
        _("What a visit brought"),
        _(
            "Households were chosen for a visit: these figures are not "
            "the effect of the visit."
        ),
        [cards(values.get(name) for name in names)],
    )


def _bailiff(values: Measures) -> Component:
    names = [
        "bailiff_during_share",
        "bailiff_after_share",
        "bailiff_none_share",
    ]
    return section(
        "bailiff",
        _("Bailiff"),
        _("Households that came to the bailiff before, during and after the pilot."),
        [
            cards(values.get(name) for name in names),
            pair(
                charts.shares(
                    values, "bailiff_before", _("Bailiff before the first signal")
                ),
                charts.shares(values, "bailiff_stage", _("Furthest step reached")),
            ),
        ],
    )


def _evictions(values: Measures, series: charts.Months) -> Component:
    names = [
        "evictions_announced",
        "evictions_executed",
        "evictions_averted",
        "eviction_executed_share",
    ]
    target = [
        "target_evictions_announced",
        "target_evictions_executed",
        "target_evictions_averted",
    ]
    return section(
        "evictions",
        _("Evictions"),
        _(
            "All evictions of the district, from the city register; those of the "
            "target group stand apart."
        ),
        [
            cards(values.get(name) for name in names),
            charts.evictions_per_month(values, series),
            cards(values.get(name) for name in target),
        ],
    )


def _after(values: Measures) -> Component:
    names = [
        "households_followed",
        "arrears_again_share",
        "arrears_again_known_share",
        "terug_bemiddeld_share",
    ]
    return section(
        "after",
        _("Afterwards"),
        _("Only households whose whole window has been observed are counted."),
        [
            cards(values.get(name) for name in names),
            charts.recidivism(values),
        ],
    )
