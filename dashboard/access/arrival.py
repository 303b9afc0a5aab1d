"""Where somebody goes after signing in: where they wanted to, or where they start."""

from dashboard.access.session import signed_in
from dashboard.context import ledger
from dashboard.pages import PAGES
from warehouse.notes.saved_views import find_start


def arrival(target: str) -> str:
    """Return `target`, or for who wanted nowhere in particular the view they chose."""
    user = signed_in()
    if user is None or target != "/":
        return target
    with ledger().reading() as session:
        start = find_start(session, user.identity.user_id)
    return f"{start.path}{start.search}" if start and start.path in PAGES else target
