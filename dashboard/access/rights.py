"""Which pages somebody may open, and the answer for those they may not."""

from types import ModuleType

from dashboard.access import trail
from dashboard.server import registry
from dashboard.server.context import ForbiddenError, demand, identity
from dashboard.words import roles
from warehouse.identity import Identity, Right

OK, FORBIDDEN, NOT_FOUND = 200, 403, 404


def right_of(page: ModuleType) -> Right:
    """Return the right that a page asks for; to read figures when it names none."""
    right: Right = getattr(page, "RIGHT", Right.READ_FIGURES)
    return right


def may_open(page: ModuleType, asker: Identity) -> bool:
    """Tell whether a page is for somebody."""
    return asker.may(right_of(page))


def admit(path: str, page: ModuleType, *, is_redrawn: bool = False) -> None:
    """Let who asks open a page; a page of work or of management is written down.

    A page that is only drawn anew, for a filter or a release, was written down before.
    Raises `ForbiddenError` without the right.
    """
    demand(right_of(page))
    if not is_redrawn and getattr(page, "GROUP", "figures") != "figures":
        trail.note("seen", "page", path)


def refuse(path: str, error: ForbiddenError) -> tuple[str, str]:
    """Write a refused page down; return the heading and the text to show instead."""
    trail.note_refusal(path, str(error))
    return roles.not_for_you()


def status_of(path: str) -> int:
    """Return the HTTP status of a page for who asks."""
    page = registry.pages().get(path)
    if page is None:
        return NOT_FOUND
    return OK if may_open(page, identity()) else FORBIDDEN
