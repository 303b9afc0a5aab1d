"""The plan of every pilot beside what happened, step by step."""

import sys

from dash import html
from dash.development.base_component import Component

from dashboard.charts.figures_page import figures_page
from dashboard.components.attributes import hook, marks
from dashboard.components.section import message, pair, section
from dashboard.model.measures import Measure, Measures
from dashboard.pages.plan import charts
from dashboard.release import view_values
from dashboard.release.view import View
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

PATH = "/plan"

_PLANS = ("plan_planned", "planned_product_number", "conferences_target")


def title() -> str:
    """Return the name of the page."""
    return _("Plan and actual")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page; without a pilot every pilot with a plan is shown."""
    keys = ("pilot", "district")
    return figures_page(release, query, sys.modules[__name__], _build, filters=keys)


def _build(view: View) -> list[Component]:
    chosen = view.selection.pilot
    pilots = [chosen] if chosen else view.options.pilot
    names = view.labels("pilot")
    found = {
        pilot: view_values.measures(
            view.release, view.selection.with_(pilot=pilot), view.language
        )
        for pilot in pilots
    }
    planned = {pilot: values for pilot, values in found.items() if _has_plan(values)}
    if not planned:
        return [_no_plan()]
    return [
        html.P(
            _(
                "A plan is an expectation for a number of signals. What happened may "
                "differ for good reasons: fewer signals, or people who came by "
                "themselves."
            ),
            className="intro",
        ),
        *(_pilot(pilot, names[pilot], values) for pilot, values in planned.items()),
    ]


def _has_plan(values: Measures) -> bool:
    return any(name in _PLANS for name, _category in values.values)


def _no_plan() -> Component:
    return message(
        _("No plan for this choice"),
        _("Not every pilot wrote down beforehand what it expected. Choose another."),
    )


def _pilot(pilot: str, name: str, values: Measures) -> Component:
    parts = [
        _conferences(values),
        charts.steps(pilot, values),
        _products(pilot, values),
    ]
    return section(
        f"plan-{pilot}",
        name,
        "",
        [part for part in parts if part is not None],
    )


def _products(pilot: str, values: Measures) -> Component | None:
    """The products of the plan, where it named any."""
    if not values.categories("planned_product_hours"):
        return None
    return pair(charts.numbers(pilot, values), charts.hours(pilot, values))


def _conferences(values: Measures) -> Component | None:
    """The target of conferences beside those started, where there was one."""
    target = values.get("conferences_target")
    if target.state == "not_delivered":
        return None
    tiles = [
        _tile(_("Planned"), target),
        _tile(_("Started"), values.get("conferences_started")),
    ]
    return html.Dl(tiles, className="tiles plan-tiles")


def _tile(label: str, measure: Measure) -> Component:
    return html.Div(
        [
            html.Dt(label),
            html.Dd(formats.headline(measure), **hook("value", measure.value)),
            html.Dd(measure.indicator.label, className="tile-note"),
        ],
        className="tile",
        **marks(measure),
    )
