"""The part of the accounts page about tokens for the HTTP interface."""

from datetime import UTC, datetime

from dash import html
from dash.development.base_component import Component

from dashboard.components.forms import (
    Options,
    button,
    choice_part,
    form,
    select,
    standing_choice,
)
from dashboard.components.grid import Column, grid
from dashboard.pages.accounts.forms import place_fields, several, text_field
from dashboard.pages.accounts.token_actions import CHOICE, LIST, MOST_USED_DAYS
from dashboard.server.context import ledger
from dashboard.server.release_store import Row
from dashboard.words import formats, roles
from dashboard.words.i18n import gettext as _
from warehouse.accounts.tokens import list_tokens
from warehouse.identity import RIGHTS, Right, Role
from warehouse.ledger.account_tables import ApiToken


def parts() -> list[Component]:
    """Return the list of tokens, and the forms that make and revoke one."""
    return [
        html.Div(tokens_list(), id=LIST, className="account-list"),
        _make_form(),
        _revoke_form(),
    ]


def tokens_list() -> list[Component]:
    """Return the list, which an action draws anew."""
    with ledger().reading() as session:
        tokens = list_tokens(session)
    columns = [
        Column("organisation", _("Organisation"), 180, grows=True),
        Column("prefix", _("Begins with"), 150),
        Column("role", _("Role"), 140),
        Column("place", _("Sees"), 180),
        Column("scopes", _("May"), 240),
        Column("state", _("State"), 170),
        Column("used", _("Last used"), 170),
    ]
    rows = [_row(token) for token in tokens]
    return [grid("tokens", _("Tokens"), columns, rows)]


def _row(token: ApiToken) -> Row:
    return {
        "organisation": token.organisation,
        "prefix": f"{token.prefix}…",
        "role": roles.role(token.role),
        "place": roles.place(token.districts),
        "scopes": ", ".join(roles.right(Right(scope)) for scope in token.scopes),
        "state": _state(token),
        "used": formats.moment(token.last_used_at)
        if token.last_used_at
        else _("never"),
    }


def _state(token: ApiToken) -> str:
    if token.revoked_at:
        return _("Revoked")
    if token.expires_at <= datetime.now(UTC):
        return _("Expired")
    return _("Holds until %(day)s") % {"day": formats.day(token.expires_at)}


def _make_form() -> Component:
    days: Options = [
        (str(count), _("%(count)s days") % {"count": count}) for count in MOST_USED_DAYS
    ]
    granted = frozenset().union(*RIGHTS.values())
    scopes = [(one.value, roles.right(one)) for one in Right if one in granted]
    return form(
        _("New token"),
        [
            text_field("token-organisation", _("Organisation")),
            *place_fields("token", Role.DELIVERER, []),
            several(
                "token-scopes",
                _("May (only what the role may)"),
                scopes,
                [Right.DELIVER.value, Right.READ_DELIVERIES.value],
            ),
            select("token-days", _("Holds for"), days, str(MOST_USED_DAYS[1])),
            button("make-token", _("Make the token")),
        ],
        "token-answer",
    )


def _revoke_form() -> Component:
    choice = choice_part(CHOICE, revoke_choice())
    revoke = button("revoke-token", _("Revoke"), "danger")
    return form(_("Revoke a token"), [choice, revoke], "revoke-answer")


def revoke_choice() -> list[Component]:
    """Return the choice of a token that holds, which an action draws anew."""
    with ledger().reading() as session:
        standing = [
            (token.token_id, f"{token.organisation} ({token.prefix}…)")
            for token in list_tokens(session)
            if not token.revoked_at
        ]
    return standing_choice("revoke-which", _("Token"), standing)
