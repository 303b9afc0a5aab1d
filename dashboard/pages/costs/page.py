"""The costs: hours against the norm, and what the work may save under assumptions."""

import sys

from dash import ALL, Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component

from dashboard.charts.figures_page import figures_page
from dashboard.components.attributes import named
from dashboard.components.card import cards
from dashboard.components.section import pair, section
from dashboard.model.selection import read_search
from dashboard.pages.costs import charts
from dashboard.pages.costs.balance import balances, effort_of, shown_balances
from dashboard.pages.costs.form import parameter_form, read_changes
from dashboard.release.view import View, read_view
from dashboard.server.context import demand, store
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _
from warehouse.identity import Right

PATH = "/kosten"

FILTERS = ("period", "district", "pilot")


def title() -> str:
    """Return the name of the page."""
    return _("Costs")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page of what `query` selects."""
    return figures_page(release, query, sys.modules[__name__], _build, filters=FILTERS)


def _build(view: View) -> list[Component]:
    return [_hours(view), _claims(view), _balance(view)]


def register(app: Dash) -> None:
    """Reckon again when a parameter is changed, and put the parameters back."""
    app.callback(
        Output("cost-balance", "children"),
        Input({"type": "cost", "name": ALL, "scenario": ALL}, "value"),
        State("address", "search"),
        prevent_initial_call=True,
    )(recompute)
    app.callback(
        Output("cost-form", "children"),
        Input("cost-reset", "n_clicks"),
        prevent_initial_call=True,
    )(put_back)


def recompute(_values: list[object], search: str | None) -> list[Component]:
    """Return the balance with what was filled in; what is no number is left out."""
    demand(Right.READ_FIGURES)
    query = read_search(search)
    view = read_view(store().current(), {k: query[k] for k in query if k in FILTERS})
    given = [(item["id"], item.get("value")) for item in ctx.inputs_list[0]]
    return shown_balances(view, balances(effort_of(view.values), read_changes(given)))


def put_back(_clicks: int | None) -> list[Component]:
    """Return the form with the parameters as the standard has them."""
    demand(Right.READ_FIGURES)
    return parameter_form()


def _hours(view: View) -> Component:
    names = ["services", "service_hours", "hours_per_service", "hours_against_norm"]
    return section(
        "hours",
        _("Hours against the norm"),
        _(
            "The service book says how many hours a product takes. More hours can "
            "mean heavier cases as well as slower work."
        ),
        [
            cards(view.values.get(name) for name in names),
            pair(charts.hours_and_norm(view), charts.hours_by_product(view)),
        ],
    )


def _claims(view: View) -> Component:
    names = ["cost_total", "cost_per_signal", "visit_attempts"]
    return section(
        "claims",
        _("What was claimed"),
        _("Claims say what was paid; they need not hold everything that was done."),
        [cards(view.values.get(name) for name in names), charts.claims_per_month(view)],
    )


def _balance(view: View) -> Component:
    return section(
        "balance",
        _("Cost and benefit, if"),
        _(
            "The number of prevented evictions is an assumption, never an "
            "observation: nobody saw what would have happened without the visit. "
            "That is why there are three outcomes, and why you can change every "
            "number they are made of."
        ),
        [
            html.Div(
                shown_balances(view, balances(effort_of(view.values), {})),
                id="cost-balance",
                **named("aria-live", "polite"),
            ),
            html.Div(parameter_form(), id="cost-form", className="cost-form"),
        ],
    )
