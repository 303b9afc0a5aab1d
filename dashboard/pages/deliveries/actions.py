"""What the buttons of a delivery do; each draws its life anew."""

from collections.abc import Callable

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard.components.forms import attempt, when_visible
from dashboard.pages.deliveries import detail
from dashboard.pages.deliveries.forms import LIFE, WHICH, read_subject
from dashboard.server.context import demand, settings
from dashboard.words.i18n import gettext as _
from warehouse.deliveries.history.decisions import Decided, restore, withdraw
from warehouse.deliveries.history.life import read_life
from warehouse.deliveries.history.statements import explain, sign, unsign
from warehouse.identity import Identity, Right
from warehouse.stewardship.explanations.record import Subject

Action = Callable[..., str]


def register(app: Dash) -> None:
    """Connect the buttons."""

    def connect(
        name: str, answer: str, fields: tuple[str, ...], right: Right, action: Action
    ) -> None:
        @app.callback(
            Output(f"{answer}-answer", "children", allow_duplicate=True),
            Output(LIFE, "children", allow_duplicate=True),
            Input(name, "n_clicks"),
            State(WHICH, "data"),
            *(State(field, "value") for field in fields),
            prevent_initial_call=True,
        )
        def act(
            clicks: int | None, which: object, *values: str | None
        ) -> tuple[object, object]:
            who = demand(right)
            if not clicks:
                raise PreventUpdate
            delivery_id = str(which or "")
            said, is_done = attempt(lambda: action(who, delivery_id, *values))
            if not is_done:
                return said, no_update
            life = read_life(settings(), who, delivery_id)
            return said, detail.life_parts(life)

    explaining, deciding = Right.EXPLAIN, Right.DECIDE
    fields = ("explain-subject", "explain-text")
    connect("explain", "explain", fields, explaining, _explain)
    connect("sign", "sign", ("sign-note",), explaining, _sign)
    connect("unsign", "sign", ("sign-note",), explaining, _unsign)
    connect("withdraw", "decide", ("decide-reason",), deciding, _withdraw)
    connect("restore", "decide", ("decide-reason",), deciding, _restore)


def _explain(
    who: Identity, delivery_id: str, code: str | None, text: str | None
) -> str:
    check_id, sheet, row = read_subject(code or "")
    subject = Subject(check_id, sheet, row)
    explain(settings(), who, delivery_id, subject, text or "")
    return _("The explanation was kept.")


def _sign(who: Identity, delivery_id: str, note: str | None) -> str:
    sign(settings(), who, delivery_id, note)
    return _("The delivery is declared fit for use.")


def _unsign(who: Identity, delivery_id: str, note: str | None) -> str:
    unsign(settings(), who, delivery_id, note)
    return _("The delivery is no longer declared fit for use.")


def _withdraw(who: Identity, delivery_id: str, reason: str | None) -> str:
    decided = withdraw(settings(), who, delivery_id, reason or "")
    return _told(_("The delivery was withdrawn."), decided)


def _restore(who: Identity, delivery_id: str, reason: str | None) -> str:
    decided = restore(settings(), who, delivery_id, reason or "")
    return _told(_("The delivery was restored."), decided)


def _told(text: str, decided: Decided) -> str:
    if decided.visible_at is None:
        return text
    return f"{text} {when_visible(decided.visible_at)}"
