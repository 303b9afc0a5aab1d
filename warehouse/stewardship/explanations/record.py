"""Explaining findings, and declaring deliveries fit for use."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from expectations.catalogue.catalogue import load_catalogue
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery, Explanation, SignOff, State
from warehouse.messages import message, user_error
from warehouse.privacy.free_text import check_free_text, check_name
from warehouse.settings import Settings


@dataclass(frozen=True)
class Subject:
    """The finding that is explained: a check, and a place when it is about one."""

    check_id: str
    sheet: str | None = None
    row: int | None = None


def explain(
    settings: Settings, delivery_id: str, subject: Subject, text: str, by: str
) -> Explanation:
    """Keep an explanation beside a finding of a delivery; earlier ones stay.

    Raises UserError for an unknown delivery or check, an empty text, or a text in
    which somebody could be recognised.
    """
    written, name = check_free_text(text), check_name(by)
    if written is None:
        raise user_error("explanation.empty")
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_delivery(session, delivery_id)
        _check_subject(delivery, subject)
        explanation = Explanation(
            delivery_id=delivery_id,
            check_id=subject.check_id,
            sheet=subject.sheet,
            row_number=subject.row,
            text=written,
            explained_by=name,
            explained_at=datetime.now(UTC),
        )
        session.add(explanation)
        session.flush()
        return explanation


def sign(
    settings: Settings, delivery_id: str, by: str, note: str | None = None
) -> SignOff:
    """Declare a held or accepted delivery fit for use.

    Raises UserError when it is refused, replaced or withdrawn, or declared fit before.
    """
    written, name = check_free_text(note), check_name(by)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_delivery(session, delivery_id)
        if delivery.state not in (State.HELD, State.ACCEPTED):
            state = message(f"state.{delivery.state}")
            raise user_error(
                "sign_off.not_waiting_or_accepted",
                delivery_id=delivery_id,
                state_nl=state.nl,
                state_en=state.en,
            )
        if current_sign_off(delivery):
            raise user_error("sign_off.signed_already", delivery_id=delivery_id)
        return _add_sign_off(session, delivery_id, True, name, written)


def unsign(
    settings: Settings, delivery_id: str, by: str, note: str | None = None
) -> SignOff:
    """Take the declaration back; both stay in the history.

    Raises UserError when the delivery is not declared fit.
    """
    written, name = check_free_text(note), check_name(by)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_delivery(session, delivery_id)
        if not current_sign_off(delivery):
            raise user_error("sign_off.not_signed", delivery_id=delivery_id)
        return _add_sign_off(session, delivery_id, False, name, written)


def current_sign_off(delivery: Delivery) -> SignOff | None:
    """The declaration that holds for a delivery, if any."""
    last = delivery.sign_offs[-1] if delivery.sign_offs else None
    return last if last is not None and last.is_fit else None


def _check_subject(delivery: Delivery, subject: Subject) -> None:
    known = {check.check_id for check in load_catalogue()}
    known.update(finding.check_id for finding in delivery.findings)
    known.update(note["key"] for note in delivery.notes)
    if subject.check_id not in known:
        raise user_error("explanation.unknown_check", check_id=subject.check_id)


def _add_sign_off(
    session: Session, delivery_id: str, is_fit: bool, by: str, note: str | None
) -> SignOff:
    sign_off = SignOff(
        delivery_id=delivery_id,
        is_fit=is_fit,
        note=note,
        signed_by=by,
        signed_at=datetime.now(UTC),
    )
    session.add(sign_off)
    session.flush()
    return sign_off
