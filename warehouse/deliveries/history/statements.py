"""Explaining findings and declaring deliveries fit, by who may do so."""

from warehouse.accounts.access import require
from warehouse.accounts.audit import record
from warehouse.deliveries.history.listing import read_delivery
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Explanation, SignOff
from warehouse.settings import Settings
from warehouse.stewardship.explanations.record import Subject
from warehouse.stewardship.explanations.record import explain as keep_explanation
from warehouse.stewardship.explanations.record import sign as keep_sign_off
from warehouse.stewardship.explanations.record import unsign as take_back_sign_off


def explain(
    settings: Settings, who: Identity, delivery_id: str, subject: Subject, text: str
) -> Explanation:
    """Keep what `who` says of a finding.

    Raises UserError without the right to explain, for a delivery that they may not
    see, and for what `warehouse.stewardship.explanations.record.explain` refuses.
    """
    require(who, Right.EXPLAIN)
    read_delivery(settings, who, delivery_id)
    kept = keep_explanation(settings, delivery_id, subject, text, who.name)
    _note(settings, who, "delivery.explain", delivery_id, check_id=subject.check_id)
    return kept


def sign(
    settings: Settings, who: Identity, delivery_id: str, note: str | None = None
) -> SignOff:
    """Declare a delivery fit for use; errors as `explain`, and those of the record."""
    require(who, Right.EXPLAIN)
    read_delivery(settings, who, delivery_id)
    kept = keep_sign_off(settings, delivery_id, who.name, note)
    _note(settings, who, "delivery.sign", delivery_id)
    return kept


def unsign(
    settings: Settings, who: Identity, delivery_id: str, note: str | None = None
) -> SignOff:
    """Take that declaration back; errors as `sign`."""
    require(who, Right.EXPLAIN)
    read_delivery(settings, who, delivery_id)
    kept = take_back_sign_off(settings, delivery_id, who.name, note)
    _note(settings, who, "delivery.unsign", delivery_id)
    return kept


def _note(
    settings: Settings, who: Identity, action: str, delivery_id: str, **detail: str
) -> None:
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        record(session, who, action, "delivery", delivery_id, **detail)
