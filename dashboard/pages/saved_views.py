"""The views that somebody kept: opened, shared, made the start, thrown away."""

from urllib.parse import parse_qsl

from dash import ALL, ClientsideFunction, Dash, Input, Output, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from sqlalchemy.orm import Session

from dashboard.components.attributes import aria_label, named
from dashboard.components.section import message, page_head
from dashboard.server.context import demand, ledger
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError
from warehouse.identity import Right
from warehouse.ledger.view_tables import SavedView
from warehouse.notes.saved_views import list_views, remove_view, start_on

PATH = "/weergaven"
GROUP = "own"
NEEDS_RELEASE = False

_ACTIONS = ("start", "default", "remove")


def title() -> str:
    """Return the name of the page."""
    return _("My views")


def render(release: Release | None, query: dict[str, str]) -> Page:
    """Build the list of the views of who asks."""
    asker = demand(Right.READ_FIGURES)
    with ledger().reading() as session:
        views = list_views(session, asker.user_id)
    intro = _("Pages with their filters, kept under a name. Only you see this list.")
    content = [
        page_head(title(), intro),
        html.Div(_listed(views), id="kept-views"),
    ]
    return Page(title(), content)


def register(app: Dash) -> None:
    """Connect the buttons of the list."""
    app.callback(
        Output("kept-views", "children"),
        Input({"type": "kept-view", "action": ALL, "view": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )(act)
    app.clientside_callback(
        ClientsideFunction("eropaf", "readAnswer"),
        Output("unused", "dir"),
        Input("kept-views", "children"),
        prevent_initial_call=True,
    )


def act(_clicks: object) -> list[Component]:
    """Do what a button of the list says, for who asks; return the list anew."""
    asker = demand(Right.READ_FIGURES)
    asked = ctx.triggered_id
    if not asked or not ctx.triggered[0]["value"]:
        raise PreventUpdate
    try:
        with ledger().writing() as session:
            answer = _do(session, asker.user_id, asked["action"], asked["view"])
    except UserError as error:
        answer = error.message(language())
    with ledger().reading() as session:
        return _listed(list_views(session, asker.user_id), answer)


def _do(session: Session, user_id: str, action: object, view: object) -> str:
    """Do one of the actions; raises PreventUpdate for another."""
    if action not in _ACTIONS or not isinstance(view, int):
        raise PreventUpdate
    if action == "remove":
        name = remove_view(session, user_id, view)
        return _("%(name)s is deleted.") % {"name": name}
    start_on(session, user_id, view if action == "start" else None)
    if action == "start":
        return _("You start on this view from now on.")
    return _("You start on the overview again.")


def _listed(views: list[SavedView], answer: str = "") -> list[Component]:
    said = html.P(
        answer, id="kept-answer", role="status", tabIndex=-1, className="kept-answer"
    )
    if not views:
        how = _("Choose filters on a page and press “Save view” beside them.")
        return [said, message(_("No views yet"), how)]
    rows = html.Ul([_row(view) for view in views], className="kept-list")
    return [said, rows]


def _row(view: SavedView) -> Component:
    address = f"{view.path}{view.search}"
    start = (
        _button(view, "default", _("Start on the overview again"))
        if view.is_start
        else _button(view, "start", _("Start on this view"))
    )
    return html.Li(
        [
            html.Div(
                [
                    dcc.Link(view.name, href=address, className="kept-name"),
                    html.Span(_("start page"), className="badge badge-small")
                    if view.is_start
                    else None,
                    html.Span(_details(view), className="kept-details"),
                ]
            ),
            html.Div(
                [
                    html.Button(
                        _("Copy the address"),
                        type="button",
                        className="button",
                        **named("data-copies", _("Copied")),
                        **named("data-address", address),
                        **aria_label(
                            _("Copy the address of %(name)s") % {"name": view.name}
                        ),
                    ),
                    start,
                    _button(view, "remove", _("Delete"), "button-danger"),
                ],
                className="kept-actions",
            ),
        ],
        className="kept-view",
    )


def _details(view: SavedView) -> str:
    filters = ", ".join(value for _key, value in parse_qsl(view.search[1:]))
    saved = _("saved %(day)s") % {"day": formats.day(view.saved_at.date())}
    return " · ".join(part for part in (view.path, filters, saved) if part)


def _button(view: SavedView, action: str, words: str, kind: str = "") -> Component:
    return html.Button(
        words,
        id={"type": "kept-view", "action": action, "view": view.view_id},
        type="button",
        className=f"button {kind}".strip(),
        **aria_label(f"{words}: {view.name}"),
    )
