"""Where one may be sent on to: pages of this dashboard only."""

from urllib.parse import urlsplit

from dashboard.access.session import signed_in
from dashboard.server import registry
from dashboard.server.context import ledger
from warehouse.notes.saved_views import find_start

SIGN_IN = "/inloggen"
PASSWORD = "/wachtwoord"  # noqa: S105  a path
_OTHER_PAGES = (SIGN_IN, PASSWORD)


def safe_target(address: str | None) -> str:
    """Return `address` when it is a page of this dashboard, else the first page."""
    parts = urlsplit(address or "/")
    is_page = parts.path in registry.pages() or parts.path in _OTHER_PAGES
    is_own = not parts.scheme and not parts.netloc and is_page
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.path}{query}" if is_own else "/"


def arrival(target: str) -> str:
    """Return `target`, or for who wanted nowhere in particular the view they chose."""
    user = signed_in()
    if user is None or target != "/":
        return target
    with ledger().reading() as session:
        start = find_start(session, user.identity.user_id)
    return (
        f"{start.path}{start.search}"
        if start and start.path in registry.pages()
        else target
    )
