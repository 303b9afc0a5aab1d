"""The notes beside the months: writing one, and mending or removing one's own."""

from dash import ALL, Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.charts.figures_page import standard_choices
from dashboard.charts.noted_chart import PATH, read_notes
from dashboard.components.filters import filter_bar
from dashboard.components.section import page_head, section
from dashboard.model.selection import read_search
from dashboard.pages.notes.form import ALL_PLACES, note_form
from dashboard.pages.notes.list import note_list
from dashboard.release.view import View, read_view
from dashboard.server.context import demand, settings, store
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError
from warehouse.identity import Right
from warehouse.notes.annotations import Subject, annotate, change, remove
from warehouse.stewardship.months.calendar import read_month

__all__ = ["PATH", "register", "render", "title"]

FILTERS = ("district", "pilot")


def title() -> str:
    """Return the name of the page."""
    return _("Notes")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the page with the notes beside what `query` selects."""
    view = _view(release, query)
    content = [
        page_head(title(), _("What happened in a month, for who reads its figures")),
        filter_bar(standard_choices(view, FILTERS), PATH),
        section(
            "notes",
            _("Notes beside the months"),
            _("They stand in every chart by month, and in what is taken away of it."),
            [html.Div(note_list(view, read_notes(view.selection)), id="note-list")],
        ),
        *note_form(view),
    ]
    return Page(title(), content, view.selection.search)


def register(app: Dash) -> None:
    """Write, change and remove notes."""
    app.callback(
        Output("note-list", "children"),
        Output("note-said", "children"),
        Output("note-text", "value"),
        Input("note-save", "n_clicks"),
        State("note-month", "value"),
        State("note-district", "value"),
        State("note-pilot", "value"),
        State("note-text", "value"),
        State("address", "search"),
        prevent_initial_call=True,
    )(write)
    app.callback(
        Output("note-list", "children", allow_duplicate=True),
        Output("note-said", "children", allow_duplicate=True),
        Input({"type": "note-change", "note": ALL}, "n_clicks"),
        Input({"type": "note-remove", "note": ALL}, "n_clicks"),
        State({"type": "note-words", "note": ALL}, "value"),
        State({"type": "note-words", "note": ALL}, "id"),
        State("address", "search"),
        prevent_initial_call=True,
    )(mend)


def write(
    _clicks: int | None,
    month: str | None,
    district: str | None,
    pilot: str | None,
    text: str | None,
    search: str | None,
) -> tuple[list[Component], str, str]:
    """Keep a new note; says what is wrong when it cannot be kept."""
    asker = demand(Right.ANNOTATE)
    chosen = read_month(month)
    if chosen is None:
        return _listed(search), _("Choose a month."), text or ""
    subject = Subject(chosen, _code(district), _code(pilot))
    try:
        annotate(settings(), asker, subject, text or "")
    except UserError as error:
        return _listed(search), error.message(language()), text or ""
    return _listed(search), _("The note is kept."), ""


def mend(
    _changes: list[int | None],
    _removals: list[int | None],
    texts: list[str | None],
    ids: list[dict[str, object]],
    search: str | None,
) -> tuple[list[Component], str]:
    """Change or remove the note whose button was pressed."""
    asker = demand(Right.ANNOTATE)
    pressed = ctx.triggered_id
    if not pressed or not any(one["value"] for one in ctx.triggered):
        # A new list brings new buttons, which call here before anybody presses one.
        raise PreventUpdate
    note = _number(pressed["note"])
    words = {
        _number(one["note"]): text or "" for one, text in zip(ids, texts, strict=True)
    }
    try:
        if pressed["type"] == "note-remove":
            remove(settings(), asker, note)
            return _listed(search), _("The note is removed.")
        change(settings(), asker, note, words.get(note, ""))
    except UserError as error:
        return _listed(search), error.message(language())
    return _listed(search), _("The note is changed.")


def _view(release: Release, query: dict[str, str]) -> View:
    return read_view(release, {key: query[key] for key in query if key in FILTERS})


def _listed(search: str | None) -> list[Component]:
    """The notes as they are now, beside the view of the address."""
    view = _view(store().current(), read_search(search))
    return note_list(view, read_notes(view.selection))


def _code(value: str | None) -> str | None:
    """The code of a place; everywhere is no place."""
    return None if value in (None, "", ALL_PLACES) else value


def _number(value: object) -> int:
    """The number of a note; the browser may send anything."""
    return value if isinstance(value, int) else 0
