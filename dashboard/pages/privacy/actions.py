"""What the buttons of the privacy page do."""

from collections.abc import Callable

from dash import Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.forms import attempt, refused
from dashboard.pages.privacy.forms import FIELDS, SURE, WHICH, field_id, found_part
from dashboard.server.context import demand, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.erasure.identifiers import Identifiers
from warehouse.erasure.service import ask_erasure, find_person
from warehouse.errors import UserError
from warehouse.identity import Identity, Right

FOUND = "privacy-found"
LIST = "privacy-list"
Draw = Callable[[Identity], list[Component]]


def register(app: Dash, draw: Draw) -> None:
    """Connect the buttons; `draw` makes the list of erasures."""

    @app.callback(
        Output("find-answer", "children"),
        Output(FOUND, "children"),
        *(Output(field_id(name), "value") for name in FIELDS),
        Input("find-person", "n_clicks"),
        *(State(field_id(name), "value") for name in FIELDS),
        prevent_initial_call=True,
    )
    def find(clicks: int | None, *values: str | None) -> tuple[object, ...]:
        who = demand(Right.ERASE_PERSONS)
        if not clicks:
            raise PreventUpdate
        typed = dict(zip(FIELDS, map(_text, values), strict=True))
        try:
            found = find_person(settings(), Identifiers(**typed), who)
        except UserError as error:
            kept = [no_update] * len(FIELDS)
            return refused(error.message(language())), [], *kept
        # Forgotten here too: the fields are empty again.
        return None, found_part(found), *[""] * len(FIELDS)

    @app.callback(
        Output("erase-answer", "children"),
        Output(LIST, "children"),
        Input("erase-person", "n_clicks"),
        State(WHICH, "data"),
        State(SURE, "checked"),
        prevent_initial_call=True,
    )
    def erase(
        clicks: int | None, which: object, is_sure: bool | None
    ) -> tuple[object, object]:
        who = demand(Right.ERASE_PERSONS)
        if not clicks:
            raise PreventUpdate
        if is_sure is not True:
            return refused(_("First tick that it is their right.")), no_update
        said, is_done = attempt(lambda: _asked(who, which))
        return said, draw(who) if is_done else no_update


def _asked(who: Identity, which: object) -> str:
    ask_erasure(settings(), which if isinstance(which, int) else 0, who)
    return _(
        "It is being erased, first from the releases and then from the deliveries. "
        "The list below tells when it is done."
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
