"""Acceptances by people: wished for on a page, carried out in the background."""

import logging
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.accounts.access import require_place
from warehouse.accounts.audit import record
from warehouse.deliveries.decide import (
    accept_delivery,
    check_reason,
    check_replaced,
    get_held,
)
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.placing import Place
from warehouse.deliveries.receive import check_given
from warehouse.errors import UserError, whereabouts
from warehouse.identity import Identity, Role
from warehouse.jobs.build_requests import enqueue_build, request_build, waiting_build
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import Acceptance
from warehouse.messages import Message, message, user_error
from warehouse.privacy.free_text import check_free_text
from warehouse.settings import Settings
from warehouse.standard.places import pilots

log = logging.getLogger(__name__)


def ask_acceptance(
    settings: Settings,
    delivery_id: str,
    answer: Place,
    *,
    by: Identity,
    reason: str | None = None,
    replaces: str | None = None,
) -> int:
    """Have a held delivery accepted in the background; the id of the wish.

    Raises UserError when it is not held or not theirs, when a wish waits already, and
    when an answer, the reason or the delivery to replace cannot be.
    """
    check_given(answer)
    why = check_reason(reason, by) if replaces else check_free_text(reason)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_held(session, delivery_id, by)
        check_replaced(session, delivery, replaces, by)
        _require_answer(answer, by)
        if waiting_acceptance(session, delivery_id):
            raise user_error("decision.waits_already", delivery_id=delivery_id)
        wish = Acceptance(
            delivery_id=delivery_id,
            reason=why,
            district=answer.district,
            pilot=answer.pilot,
            period=answer.period,
            replaces=replaces,
            user_id=by.user_id,
            asked_by=by.name,
            asked_at=datetime.now(UTC),
        )
        session.add(wish)
        session.flush()
        record(session, by, "delivery.ask_acceptance", "delivery", delivery_id)
    job_queue(settings).accept(wish.acceptance_id)
    return wish.acceptance_id


def carry_out(settings: Settings, acceptance_id: int) -> None:
    """Accept what somebody wished to be accepted, or say why not; never raises."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        wish = session.get(Acceptance, acceptance_id)
    if wish is None or wish.done_at:
        return
    told = _try(settings, wish)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        wish = session.get_one(Acceptance, acceptance_id)
        wish.done_at = datetime.now(UTC)
        wish.message_nl = told.nl if told else None
        wish.message_en = told.en if told else None
        if told:
            # A build that waited for this wish need wait no longer.
            asked = waiting_build(session)
        else:
            asked = request_build(session, wish.asked_by, settings.build_delay)
    if asked:
        enqueue_build(settings, asked)


def waiting_acceptance(session: Session, delivery_id: str) -> Acceptance | None:
    """The wish about a delivery that is not carried out yet, if any."""
    return session.scalar(
        select(Acceptance).where(
            Acceptance.delivery_id == delivery_id, Acceptance.done_at.is_(None)
        )
    )


def last_acceptance(session: Session, delivery_id: str) -> Acceptance | None:
    """The newest wish about a delivery, if any."""
    return session.scalar(
        select(Acceptance)
        .where(Acceptance.delivery_id == delivery_id)
        .order_by(Acceptance.acceptance_id.desc())
        .limit(1)
    )


def waiting_acceptances(session: Session) -> list[int]:
    """The ids of the wishes that are not carried out yet, the oldest first."""
    query = select(Acceptance.acceptance_id).where(Acceptance.done_at.is_(None))
    return list(session.scalars(query.order_by(Acceptance.acceptance_id)))


def _require_answer(answer: Place, by: Identity) -> None:
    """Raise UserError when an answer moves the delivery out of the decider's places."""
    pilot = pilots().get(answer.pilot or "")
    for district in (answer.district, pilot.district if pilot else None):
        if district:
            require_place(by, district)


def _try(settings: Settings, wish: Acceptance) -> Message | None:
    """Accept; what kept it from being accepted, or None."""
    # What they may do was found out when they wished.
    by = Identity(wish.user_id, wish.asked_by, Role.COORDINATOR)
    try:
        outcome = accept_delivery(
            settings,
            wish.delivery_id,
            Place(wish.district, wish.pilot, wish.period),
            by=by,
            reason=wish.reason,
            replaces=wish.replaces,
        )
    except UserError as error:
        return Message("decision.failed", error.message_nl, error.message_en)
    except Exception as error:
        log.error("acceptance %s: %s", wish.acceptance_id, whereabouts(error))
        return message("decision.unexpected")
    return None if outcome.status is State.ACCEPTED else _still_held(outcome)


def _still_held(outcome: Outcome) -> Message:
    blocking = sum(finding.severity == "blocking" for finding in outcome.findings)
    return message("decision.still_held", blocking=blocking)
