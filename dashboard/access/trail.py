"""Writes down in the audit trail what the running request did or saw."""

from flask import g

from dashboard.server.context import identity, ledger
from warehouse.accounts import audit
from warehouse.identity import Identity

_LONGEST = 200


def note(action: str, object_kind: str, object_id: str, **detail: object) -> None:
    """Add an entry about who asks, such as a page seen or a file taken away."""
    _write(identity(), action, object_kind, object_id, **detail)


def note_refusal(address: str, reason: str) -> None:
    """Add an entry about an address that was refused to who asks.

    Nobody leaves no entry: the whole world could fill the trail.
    """
    asker: Identity | None = getattr(g, "identity", None)
    if asker:
        _write(asker, "refused", "address", address[:_LONGEST], reason=reason)


def _write(
    asker: Identity, action: str, object_kind: str, object_id: str, **detail: object
) -> None:
    with ledger().writing() as session:
        audit.record(session, asker, action, object_kind, object_id, **detail)
