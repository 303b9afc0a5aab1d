"""The signals: how many, from whom, about whom, and how large the arrears are."""

import sys

from dash.development.base_component import Component

from dashboard.charts import month_charts
from dashboard.charts.category_charts import shares
from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.section import pair, section
from dashboard.pages.signals.places import corporations, districts
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/meldingen"


def title() -> str:
    """Return the name of the page."""
    return _("Signals")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    months = month_charts.by_month(view)
    return [
        _number(view, months),
        _sources(view, months),
        _places(view),
        _amounts(view, months),
        _people(view),
    ]


def _number(view: View, months: month_charts.Months) -> Component:
    names = [
        "signals",
        "households",
        "signals_per_month",
        "signals_per_1000",
        "repeat_share",
    ]
    return section(
        "number",
        _("How many"),
        _("What came in. More signals can be good news: people are found earlier."),
        [
            cards(view.values.get(name) for name in names),
            pair(
                month_charts.counts(
                    view.values, months, [("signals", "")], _("Signals per month")
                ),
                month_charts.lines(
                    view.values, months, ["repeat_share"], _("Repeat signals per month")
                ),
            ),
        ],
    )


def _sources(view: View, months: month_charts.Months) -> Component:
    kinds = [
        ("signals_by_partner", item.category)
        for item in view.values.categories("signals_by_partner")
    ]
    return section(
        "sources",
        _("From whom"),
        _("Who passes the signals on: kinds of partners, and housing corporations."),
        [
            pair(
                shares(view.values, "signals_by_partner"),
                month_charts.counts(
                    view.values,
                    months,
                    kinds or [("signals_by_partner", "")],
                    _("Signals per month, by kind of partner"),
                ),
            ),
            corporations(view),
        ],
    )


def _places(view: View) -> Component:
    return section(
        "places",
        _("Where"),
        _("A tile opens its district."),
        [districts(view)],
    )


def _amounts(view: View, months: month_charts.Months) -> Component:
    names = ["arrears_mean", "arrears_median", "arrears_mean_attempted"]
    return section(
        "amounts",
        _("How large the arrears are"),
        _(
            "The mean is drawn up by a few large debts; half of the signals lie below "
            "the median."
        ),
        [
            cards(view.values.get(name) for name in names),
            pair(
                shares(view.values, "arrears_class"),
                month_charts.lines(
                    view.values,
                    months,
                    ["arrears_mean", "arrears_median"],
                    _("Rent arrears per month"),
                ),
            ),
        ],
    )


def _people(view: View) -> Component:
    names = ["known_before_share", "objected_share"]
    return section(
        "people",
        _("About whom"),
        _("What is known of the people behind the signals; unknown is not no."),
        [
            cards(view.values.get(name) for name in names),
            pair(
                shares(view.values, "signals_by_age"),
                shares(view.values, "signals_by_sex"),
            ),
            pair(
                shares(view.values, "signals_by_household"),
                shares(view.values, "known_before_kind"),
            ),
        ],
    )
