"""Tokens for tests: of any role, and the headers that carry them."""

from tests.accounts import ROLES
from warehouse.accounts.tokens import TokenRequest, make_token
from warehouse.identity import COMMAND_LINE, RIGHTS, Right
from warehouse.ledger.connection import open_ledger


def bearer(settings, name: str, scopes: set[Right] | None = None) -> dict[str, str]:
    """The header of a new token with the role and districts of an account."""
    role, districts = ROLES[name]
    wish = TokenRequest(name, role, scopes or RIGHTS[role], districts, days=1)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        _record, text = make_token(session, wish, COMMAND_LINE)
    return {"Authorization": f"Bearer {text}"}
