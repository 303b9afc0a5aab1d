"""Keeping the view that is on the screen under a name, and starting on it."""

from urllib.parse import parse_qsl

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.attributes import named
from dashboard.components.panel import dialog
from dashboard.model.selection import to_search
from dashboard.pages import PAGES
from dashboard.server.context import demand, ledger
from dashboard.shell.navigation import header
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError
from warehouse.identity import Right
from warehouse.notes.saved_views import keep_view, start_on

DIALOG = "keep-view"


def keep_dialog() -> Component:
    """Return the dialog in which a view gets its name, with its address to share."""
    return dialog(
        DIALOG,
        _("Save this view"),
        html.Div(
            [
                html.H2(_("Save this view")),
                html.P(
                    _("The page and its filters, to come back to from the menu."),
                    className="panel-view",
                ),
                dmc.TextInput(id="keep-name", label=_("Name"), debounce=True),
                dmc.Checkbox(id="keep-start", label=_("Start on this view")),
                html.Button(
                    _("Save"),
                    id="keep-save",
                    type="button",
                    className="button button-strong",
                ),
                html.P(id="keep-answer", role="status"),
                html.H2(_("Share this view")),
                html.P(_("Who opens this address sees the same view.")),
                html.Code(className="address", **named("data-fill", "address")),
                html.Button(
                    _("Copy the address"),
                    type="button",
                    className="button",
                    **named("data-copies", _("Copied")),
                ),
            ],
            className="form",
        ),
    )


def register(app: Dash) -> None:
    """Connect the dialog."""
    app.callback(
        Output("keep-answer", "children"),
        Output("header", "children", allow_duplicate=True),
        Input("keep-save", "n_clicks"),
        State("keep-name", "value"),
        State("keep-start", "checked"),
        State("address", "pathname"),
        State("address", "search"),
        prevent_initial_call=True,
    )(keep)


def keep(
    clicks: int | None,
    name: object,
    is_start: object,
    path: object,
    search: object,
) -> tuple[str, list[Component]]:
    """Keep the view for who asks; return what to say and the menu that lists it."""
    asker = demand(Right.READ_FIGURES)
    if not clicks or path not in PAGES:
        raise PreventUpdate
    query = dict(parse_qsl(str(search or "").removeprefix("?")))
    menu = (str(path), to_search(query), query)
    try:
        with ledger().writing() as session:
            view = keep_view(session, asker.user_id, str(name or ""), *menu[:2])
            if is_start is True:
                start_on(session, asker.user_id, view.view_id)
    except UserError as error:
        return error.message(language()), header(*menu)
    return _("Saved as %(name)s.") % {"name": view.name}, header(*menu)
