"""The Eigen Kracht conferences: a pilot of another kind, with a funnel of its own."""

import sys

from dash.development.base_component import Component

from dashboard.charts.figures_page import figures_page
from dashboard.components.card import cards
from dashboard.components.section import message, pair, section
from dashboard.model.measures import Measures
from dashboard.pages.eigen_kracht import charts
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

PATH = "/eigen-kracht"


def title() -> str:
    """Return the name of the page."""
    return _("Eigen Kracht")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    keys = ("period", "district", "pilot")
    return figures_page(release, query, sys.modules[__name__], _build, filters=keys)


def _build(view: View) -> list[Component]:
    values = view.values
    if values.get("conferences_started").state == "not_delivered":
        return [_none()]
    return [_funnel(values, has_target=_is_all_targeted(view)), _held(values)]


def _is_all_targeted(view: View) -> bool:
    """Whether every pilot with conferences had a target: else it is of some only."""
    pilots = view.split("pilot").values()
    started = [
        pilot
        for pilot in pilots
        if pilot.get("conferences_started").state != "not_delivered"
    ]
    return all(
        pilot.get("conferences_target").state != "not_delivered" for pilot in started
    )


def _none() -> Component:
    return message(
        _("No conferences for this choice"),
        _("No delivery in this release holds conferences here. Choose another pilot."),
    )


def _funnel(values: Measures, *, has_target: bool) -> Component:
    target = ["conferences_target"] if has_target else []
    names = [*target, "conferences_started", "conference_held_share"]
    return section(
        "conferences",
        _("From plan to conference"),
        _(
            "A conference brings the household's own network together, which makes "
            "a plan. Without a conference there can still be a plan."
        ),
        [
            cards(values.get(name) for name in names),
            pair(
                charts.funnel(values, has_target=has_target),
                charts.counted(
                    values, "no_conference_reason", _("Why there was no conference")
                ),
            ),
        ],
    )


def _held(values: Measures) -> Component:
    names = [
        "conference_participants_mean",
        "conference_participants_min",
        "conference_participants_max",
    ]
    return section(
        "held",
        _("The conferences that were held"),
        _(
            "So few conferences show what can happen, not what usually does: "
            "read the numbers, not the percentages."
        ),
        [
            cards(values.get(name) for name in names),
            charts.counted(
                values,
                "conference_professionals",
                _("At how many conferences a professional of this kind was present"),
            ),
            pair(
                charts.counted(values, "conference_household", _("Households")),
                charts.counted(values, "conference_sex", _("Sex")),
            ),
        ],
    )
