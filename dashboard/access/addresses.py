"""Where one may be sent on to: pages of this dashboard only."""

from urllib.parse import urlsplit

from dashboard.pages import PAGES

SIGN_IN = "/inloggen"
PASSWORD = "/wachtwoord"  # noqa: S105  a path
_OTHER_PAGES = (SIGN_IN, PASSWORD)


def safe_target(address: str | None) -> str:
    """Return `address` when it is a page of this dashboard, else the first page."""
    parts = urlsplit(address or "/")
    is_page = parts.path in PAGES or parts.path in _OTHER_PAGES
    is_own = not parts.scheme and not parts.netloc and is_page
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.path}{query}" if is_own else "/"
