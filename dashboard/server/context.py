"""What a request is about: who asks, on which installation, of which release."""

from typing import TYPE_CHECKING

from flask import current_app, g

from dashboard.server.boundaries import Boundaries
from dashboard.server.release_store import Store
from warehouse.figures.disclosure.reader import Audience
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import Ledger

if TYPE_CHECKING:
    from warehouse.settings import Settings


class ForbiddenError(Exception):
    """The asker lacks a right, or asks after a place that is not theirs."""


def identity() -> Identity:
    """Return who asks; raises `ForbiddenError` when nobody has signed in."""
    found: Identity | None = getattr(g, "identity", None)
    if found is None:
        raise ForbiddenError("nobody has signed in")
    return found


def demand(right: Right, district: str | None = None) -> Identity:
    """Return who asks when they have `right`, and may act for `district` if given.

    Every callback and route calls this itself: what a browser sends proves nothing.
    """
    asker = identity()
    if not asker.may(right) or not (district is None or asker.sees(district)):
        raise ForbiddenError(right)
    return asker


def settings() -> "Settings":
    """Return the settings of the running server."""
    found: Settings = current_app.extensions["settings"]
    return found


def ledger() -> Ledger:
    """Return the ledger of the running server, which stays open."""
    found: Ledger = current_app.extensions["ledger"]
    return found


def store() -> Store:
    """Return the store of the running server."""
    found: Store = current_app.extensions["store"]
    return found


def boundaries() -> Boundaries:
    """Return the boundaries of districts; empty when the operator gave none."""
    found: Boundaries = current_app.extensions["boundaries"]
    return found


def audience() -> Audience:
    """Return the audience of the request; `ForbiddenError` when nobody signed in."""
    return Audience.of(identity())
