"""What the buttons of the accounts page do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from sqlalchemy.orm import Session

from dashboard.components.forms import done, refused
from dashboard.pages.accounts.forms import REGION, WHICH, secret
from dashboard.server.context import demand, ledger
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.accounts import users
from warehouse.errors import UserError
from warehouse.identity import Identity, Right, Role
from warehouse.messages import user_error

LIST = "accounts-list"
Draw = Callable[[], list[Component]]
Action = Callable[..., Component]


def register(app: Dash, draw: Draw) -> None:
    """Connect the buttons; `draw` makes the list of accounts."""
    place = ("role", "reach", "districts")
    new = [State(f"new-{part}", "value") for part in ("name", "user-name", *place)]
    which = State(WHICH, "data")
    change = [which, *(State(f"change-{part}", "value") for part in place)]
    for name, answer, states, action in (
        ("new-account", "new-answer", new, _add),
        ("change-account", "change-answer", change, _change),
        ("reset-account", "change-answer", [which], _reset),
        ("disable-account", "change-answer", [which], _disable),
        ("enable-account", "change-answer", [which], _enable),
    ):
        connect(app, Button(name, answer, states, action), {LIST: draw})


@dataclass(frozen=True)
class Button:
    """A button that lets an action run with the values of fields.

    The action gets the ledger's session, who asks, and the values; it returns what
    comes in the part `answer`.
    """

    name: str
    answer: str
    states: Sequence[State]
    action: Action


def connect(app: Dash, button: Button, parts: Mapping[str, Draw]) -> None:
    """Connect a button of management; `parts` are drawn anew when it has acted."""

    @app.callback(
        Output(button.answer, "children", allow_duplicate=True),
        *(Output(part, "children", allow_duplicate=True) for part in parts),
        Input(button.name, "n_clicks"),
        *button.states,
        prevent_initial_call=True,
    )
    def act(clicks: int | None, *values: Any) -> tuple[object, ...]:  # noqa: ANN401
        who = demand(Right.MANAGE_ACCOUNTS)
        if not clicks:
            raise PreventUpdate
        try:
            with ledger().writing() as session:
                said = button.action(session, who, *values)
        except UserError as error:
            return refused(error.message(language())), *[no_update] * len(parts)
        return said, *(draw() for draw in parts.values())


def read_place(
    role: str | None, reach: str | None, districts: object
) -> tuple[Role, list[str] | None]:
    """Return what the fields of `place_fields` say, None for the whole region.

    Raises UserError when the role is none; the service checks the districts.
    """
    if role not in set(Role):
        raise user_error("account.wrong_role", role=role, known=", ".join(Role))
    if reach == REGION:
        return Role(role), None
    named = districts if isinstance(districts, list) else []
    return Role(role), [str(one) for one in named]


def _add(session: Session, who: Identity, *fields: Any) -> Component:  # noqa: ANN401
    name, user_name, *place = fields
    role, districts = read_place(*place)
    new = users.NewUser(user_name or "", name or "", role, districts)
    user, password = users.add_user(session, new, who)
    return _password(user.user_name, password)


def _change(
    session: Session,
    who: Identity,
    which: object,
    *place: Any,  # noqa: ANN401
) -> Component:
    role, districts = read_place(*place)
    users.change_user(session, str(which or ""), role, districts, who)
    return done(_("The account was changed."))


def _reset(session: Session, who: Identity, which: object) -> Component:
    user, password = users.reset_password(session, str(which or ""), who)
    return _password(user.user_name, password)


def _disable(session: Session, who: Identity, which: object) -> Component:
    users.disable_user(session, str(which or ""), who)
    return done(_("The account is shut; whoever was signed in, no longer is."))


def _enable(session: Session, who: Identity, which: object) -> Component:
    users.enable_user(session, str(which or ""), who)
    return done(_("The account is open."))


def _password(user_name: str, password: str) -> Component:
    text = _(
        "One-time password of %(user_name)s. Pass it on now: it cannot be seen again."
    )
    return secret(text % {"user_name": user_name}, password)
