"""What the buttons about tokens do."""

from typing import Any

from dash import Dash, State
from dash.development.base_component import Component
from sqlalchemy.orm import Session

from dashboard.components.forms import done
from dashboard.pages.accounts.actions import Button, Draw, connect, read_place
from dashboard.pages.accounts.forms import secret
from dashboard.words.i18n import gettext as _
from warehouse.accounts import tokens
from warehouse.identity import Identity, Right

LIST = "tokens-list"
CHOICE = "revoke-choice"
MOST_USED_DAYS = (30, 90, 180, 366)
_FIELDS = ("organisation", "scopes", "days", "role", "reach", "districts")


def register(app: Dash, draw_list: Draw, draw_choice: Draw) -> None:
    """Connect the buttons; the list and the choice of tokens are drawn anew."""
    make = [State(f"token-{field}", "value") for field in _FIELDS]
    revoke = [State("revoke-which", "value")]
    parts = {LIST: draw_list, CHOICE: draw_choice}
    connect(app, Button("make-token", "token-answer", make, _make), parts)
    connect(app, Button("revoke-token", "revoke-answer", revoke, _revoke), parts)


def _make(session: Session, who: Identity, *fields: Any) -> Component:  # noqa: ANN401
    organisation, scopes, days, *place = fields
    role, districts = read_place(*place)
    number = int(days) if days and days.isdecimal() else 0
    request = tokens.TokenRequest(
        organisation or "", role, _rights(scopes), districts, number
    )
    _made, text = tokens.make_token(session, request, who)
    said = _("Pass this token on in a safe way, now: it cannot be seen again.")
    return secret(said, text)


def _revoke(session: Session, who: Identity, which: str | None) -> Component:
    tokens.revoke_token(session, which or "", who)
    return done(_("The token was revoked; it opens nothing any more."))


def _rights(codes: object) -> list[Right]:
    """The rights that a browser names; what is none of them is left out."""
    named = codes if isinstance(codes, list) else []
    return [right for right in Right if right.value in named]
