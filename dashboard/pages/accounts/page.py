"""The accounts: who may sign in, as what, and the tokens of organisations."""

from dash import Dash, html
from dash.development.base_component import Component

from dashboard.components.grid import Column, grid, link
from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.pages.accounts import actions, forms, token_actions, tokens
from dashboard.server.context import demand, ledger
from dashboard.server.page import Page
from dashboard.server.release_store import Release, Row
from dashboard.words import formats, roles
from dashboard.words.i18n import gettext as _
from warehouse.accounts.users import list_users
from warehouse.identity import Right
from warehouse.ledger.account_tables import User

PATH = "/accounts"
RIGHT = Right.MANAGE_ACCOUNTS
GROUP = "manage"
NEEDS_RELEASE = False


def title() -> str:
    """Return the name of the page."""
    return _("Accounts")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the page; `query` may name the account that is changed."""
    demand(RIGHT)
    with ledger().reading() as session:
        users = list_users(session)
    chosen = next((one for one in users if one.user_name == query.get("account")), None)
    listed = html.Div(accounts_list(), id=actions.LIST, className="account-list")
    change = [forms.change_form(chosen)] if chosen else []
    content = [
        page_head(title(), _("Who may sign in, and what they may see and do")),
        section(
            "accounts",
            _("All accounts"),
            _("An account is never removed, so that the audit trail keeps its name."),
            [listed, *change, forms.add_form()],
        ),
        section(
            "tokens",
            _("Tokens"),
            _("With a token a program of an organisation delivers by itself."),
            tokens.parts(),
        ),
    ]
    return Page(title(), content, to_search({"account": chosen and chosen.user_name}))


def register(app: Dash) -> None:
    """Connect the forms of the page."""
    actions.register(app, accounts_list)
    token_actions.register(app, tokens.tokens_list, tokens.revoke_choice)


def accounts_list() -> list[Component]:
    """Return the list of accounts, which an action draws anew."""
    with ledger().reading() as session:
        rows = [_row(user) for user in list_users(session)]
    columns = [
        Column("change", _("To do"), 100, is_link=True),
        Column("name", _("Name"), 160, grows=True),
        Column("user_name", _("User name"), 170),
        Column("role", _("Role"), 150),
        Column("place", _("Sees"), 150),
        Column("state", _("State"), 160, grows=True),
        Column("signed_in", _("Last signed in"), 180),
    ]
    return [grid("accounts", _("Accounts"), columns, rows)]


def _row(user: User) -> Row:
    address = PATH + to_search({"account": user.user_name})
    return {
        "change": link(_("Change"), address),
        "name": user.display_name,
        "user_name": user.user_name,
        "role": roles.role(user.role),
        "place": roles.place(user.districts),
        "state": forms.state_of(user),
        "signed_in": formats.moment(user.last_signed_in_at)
        if user.last_signed_in_at
        else _("never"),
    }
