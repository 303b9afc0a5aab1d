"""Fills the panel that the button beside a number opens."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qsl

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.panel import panel
from dashboard.model.measures import Measure
from dashboard.model.periods import Period
from dashboard.release.view import View, describe, read_view
from dashboard.server.context import demand, store
from warehouse.identity import Right


def register(app: Dash) -> None:
    """Connect the question of a button to the panel."""
    app.callback(
        Output("panel-content", "children"),
        Input("asked", "data"),
        State("address", "search"),
        prevent_initial_call=True,
    )(show)
    app.clientside_callback(
        ClientsideFunction("eropaf", "panelDrawn"),
        Output("unused", "lang"),
        Input("panel-content", "children"),
        prevent_initial_call=True,
    )


def show(asked: object, search: str | None) -> list[Component]:
    """Return all about the number that was asked for.

    Both come from the browser: what the release does not know, is not answered.
    """
    demand(Right.READ_FIGURES)
    if not isinstance(asked, Mapping):
        raise PreventUpdate
    view = read_view(store().current(), _query(asked.get("view"), search))
    name, category = str(asked.get("indicator")), str(asked.get("category") or "")
    if name not in view.values.catalogue:
        raise PreventUpdate
    measure = view.values.get(name, category)
    return panel(measure, _months(view, measure), describe(view))


def _query(own: object, search: str | None) -> dict[str, str]:
    """The query of the number's own view, else that of the page."""
    text = own if isinstance(own, str) else search or ""
    return dict(parse_qsl(text.removeprefix("?")))


def _months(view: View, measure: Measure) -> dict[date, Measure]:
    """The values per month of an indicator and category, in order."""
    key = measure.indicator.indicator_id, measure.category
    periods = {
        Period.parse(code): values.values[key]
        for code, values in view.split("month").items()
        if key in values.values
    }
    return {period.first: one for period, one in periods.items() if period}
