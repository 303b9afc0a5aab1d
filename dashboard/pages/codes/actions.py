"""What the buttons of the mapping page do."""

from collections.abc import Callable
from datetime import date

from dash import Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.forms import attempt, refused, when_visible
from dashboard.pages.codes.examples import effect_text
from dashboard.pages.codes.forms import (
    CHOICE,
    EVERYWHERE,
    TEXT,
    history,
    standing_mappings,
)
from dashboard.server.context import demand, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError
from warehouse.identity import Identity, Right
from warehouse.messages import user_error
from warehouse.stewardship.mappings.record import MappingRequest
from warehouse.stewardship.mappings.stewardship import (
    preview_effect,
    save_mapping,
    undo,
)

WORK = "codes-work"
HISTORY = "codes-history"
FIELDS = ("map-code", "map-format", "map-district", "map-from", "map-to", "map-note")
DrawWork = Callable[[Identity], list[Component]]
Answer = tuple[object, object, object, object]


def register(app: Dash, draw: DrawWork) -> None:
    """Connect the buttons; `draw` makes the work list."""
    form = (State(TEXT, "data"), *(State(field, "value") for field in FIELDS))
    redrawn = (
        Output(WORK, "children", allow_duplicate=True),
        Output(HISTORY, "children", allow_duplicate=True),
        Output(CHOICE, "children", allow_duplicate=True),
    )

    @app.callback(
        Output("map-shown", "children"),
        Input("map-effect", "n_clicks"),
        *form,
        prevent_initial_call=True,
    )
    def show(clicks: int | None, chosen: object, *values: str | None) -> object:
        who = demand(Right.MAP_CODES)
        if not clicks:
            raise PreventUpdate
        try:
            request = _request(chosen, *values)
            return effect_text(preview_effect(settings(), who, request))
        except UserError as error:
            return refused(error.message(language()))

    @app.callback(
        Output("map-answer", "children"),
        *redrawn,
        Input("map", "n_clicks"),
        *form,
        prevent_initial_call=True,
    )
    def save(clicks: int | None, chosen: object, *values: str | None) -> Answer:
        who = demand(Right.MAP_CODES)
        if not clicks:
            raise PreventUpdate
        said, is_done = attempt(lambda: _saved(who, _request(chosen, *values)))
        return (said, *_redrawn(who, draw, is_done))

    @app.callback(
        Output("undo-answer", "children"),
        *redrawn,
        Input("undo", "n_clicks"),
        State("undo-which", "value"),
        prevent_initial_call=True,
    )
    def take_back(clicks: int | None, which: str | None) -> Answer:
        who = demand(Right.MAP_CODES)
        if not clicks:
            raise PreventUpdate
        said, is_done = attempt(lambda: _undone(who, which))
        return (said, *_redrawn(who, draw, is_done))


def _redrawn(
    who: Identity, draw: DrawWork, is_done: bool
) -> tuple[object, object, object]:
    if not is_done:
        return no_update, no_update, no_update
    return draw(who), history(who), standing_mappings(who)


def _saved(who: Identity, request: MappingRequest) -> str:
    _mapping, expected = save_mapping(settings(), who, request)
    return " ".join([_("The code was saved."), when_visible(expected)])


def _undone(who: Identity, which: str | None) -> str:
    number = int(which) if which and which.isdecimal() else 0
    _mapping, expected = undo(settings(), who, number)
    return " ".join([_("The mapping was undone."), when_visible(expected)])


def _request(
    chosen: object,
    code: str | None,
    source_format: str | None,
    district: str | None,
    *rest: str | None,
) -> MappingRequest:
    """The mapping that the form asks for; the service checks every part of it."""
    first, last, note = rest
    text = chosen if isinstance(chosen, dict) else {}
    if not code:
        raise user_error("mapping.no_code")
    return MappingRequest(
        code_list=str(text.get("code_list", "")),
        source_text=str(text.get("source_text", "")),
        code=code,
        format=None if source_format in (None, EVERYWHERE) else source_format,
        district=None if district in (None, EVERYWHERE) else district,
        valid_from=_day(first),
        valid_to=_day(last),
        note=note,
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise user_error("month.no_day") from None
