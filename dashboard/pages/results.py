"""The results: what was paid or arranged, and who accepted help and got it."""

import sys

from dash.development.base_component import Component

from dashboard.charts import month_charts
from dashboard.charts.category_charts import shares
from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.chart import reading_rule
from dashboard.components.section import pair, section
from dashboard.model.measures import Measures
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/resultaten"


def title() -> str:
    """Return the name of the page."""
    return _("Results")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _sections)


def _sections(view: View) -> list[Component]:
    values, months = view.values, month_charts.by_month(view)
    return [
        _paid(values, months),
        _help(values, months),
        _referred(values),
        _kinds(values),
    ]


def _paid(values: Measures, months: month_charts.Months) -> Component:
    names = ["paid_or_arranged_share", "madi_contact_share", "closed_share"]
    return section(
        "paid",
        _("Paid or arranged"),
        "",
        [
            reading_rule(
                _(
                    "households were chosen for a visit. What came after it is not "
                    "the effect of the visit."
                )
            ),
            cards(values.get(name) for name in names),
            pair(
                shares(values, "payment_kind"),
                month_charts.lines(
                    values,
                    months,
                    ["paid_or_arranged_share"],
                    _("Paid or arranged, by month of the signal"),
                ),
            ),
        ],
    )


def _help(values: Measures, months: month_charts.Months) -> Component:
    names = [
        "accepted_share",
        "accepted_signals_share",
        "trajectory_share",
        "new_to_help_share",
        "no_show_share",
    ]
    return section(
        "help",
        _("Help accepted"),
        _(
            "Of those who were reached, and of all signals: the first says how the "
            "offer is received, the second how many it helps."
        ),
        [
            cards(values.get(name) for name in names),
            month_charts.lines(
                values,
                months,
                ["accepted_share", "accepted_signals_share", "trajectory_share"],
                _("Help accepted and trajectories, by month of the signal"),
            ),
        ],
    )


def _referred(values: Measures) -> Component:
    return section(
        "referred",
        _("Referred, and arrived"),
        _("A referral of which nothing was heard is not a referral that failed."),
        [
            cards(values.get(name) for name in ("referrals", "referral_arrived_share")),
            shares(values, "referral_outcome"),
        ],
    )


def _kinds(values: Measures) -> Component:
    return section(
        "kinds",
        _("Results by kind"),
        _("How cases were closed, and how people replied to the letter."),
        [shares(values, "result_kind"), shares(values, "letter_reply_kind")],
    )
