"""Decisions about deliveries that are there, by whom and why; and the list."""

from sqlalchemy.orm import Session

from warehouse.accounts.access import require, require_place
from warehouse.accounts.audit import record
from warehouse.deliveries.check import check_landed, decide, write_checked
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.placing import NOWHERE, Place
from warehouse.deliveries.receive import check_given
from warehouse.identity import COMMAND_LINE, Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import (
    get_delivery,
    list_deliveries,
    move,
    restore,
    supersede,
)
from warehouse.ledger.tables import Delivery, State
from warehouse.messages import user_error
from warehouse.privacy.free_text import check_free_text
from warehouse.releases.landing import landing_file
from warehouse.settings import Settings

_ACTIONS = {State.HELD: "hold", State.REFUSED: "refuse", State.WITHDRAWN: "withdraw"}


def accept_delivery(
    settings: Settings,
    delivery_id: str,
    answer: Place = NOWHERE,
    *,
    by: Identity = COMMAND_LINE,
    reason: str | None = None,
    replaces: str | None = None,
) -> Outcome:
    """Accept a held delivery, with the answers to what was asked about it.

    It goes through the gate again; it stays held while a question is open or a
    blocking check fails. `replaces` names the delivery whose place it takes. Raises
    UserError when it is not held, or not the decider's to decide about.
    """
    check_given(answer)
    why = check_reason(reason, by) if replaces else check_free_text(reason)
    with open_ledger(settings.database_url) as ledger:
        with ledger.reading() as session:
            delivery = get_held(session, delivery_id, by)
            check_replaced(session, delivery, replaces, by)
        placing, gate = check_landed(settings, delivery, answer)
        require_place(by, placing.place.district)
        with ledger.writing() as session:
            current = get_held(session, delivery_id, by)
            write_checked(current, placing, gate)
            if replaces:
                current.replaces = replaces
            if decide(placing, gate, yes=True) is State.ACCEPTED:
                _accept(session, current, by, why)
            record(session, by, "delivery.accept", "delivery", delivery_id, reason=why)
            return Outcome.of(current)


def hold_delivery(
    settings: Settings, delivery_id: str, reason: str | None, by: Identity
) -> Outcome:
    """Keep a delivery out of the next release until somebody decides otherwise."""
    return _decide(settings, delivery_id, State.HELD, reason, by)


def refuse_delivery(
    settings: Settings, delivery_id: str, reason: str | None, by: Identity
) -> Outcome:
    """Refuse a held delivery; its records are removed, the reason stays."""
    outcome = _decide(settings, delivery_id, State.REFUSED, reason, by)
    landing_file(settings.landing_dir, delivery_id).unlink(missing_ok=True)
    return outcome


def withdraw_delivery(
    settings: Settings,
    delivery_id: str,
    reason: str | None = None,
    by: Identity = COMMAND_LINE,
) -> Outcome:
    """Take a delivery out: the next release no longer holds it.

    Its landing file stays, so that it can be restored, until retention removes it.
    Raises UserError when it is refused, replaced or withdrawn already.
    """
    return _decide(settings, delivery_id, State.WITHDRAWN, reason, by)


def restore_delivery(
    settings: Settings, delivery_id: str, reason: str | None, by: Identity
) -> Outcome:
    """Bring a withdrawn delivery back to where it was, held or accepted.

    Raises UserError when its records are gone or its bytes were delivered again.
    """
    why = check_reason(reason, by)
    if not landing_file(settings.landing_dir, delivery_id).exists():
        raise user_error("decision.records_gone", delivery_id=delivery_id)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_decidable(session, delivery_id, by)
        restore(session, delivery, why, by.name)
        record(session, by, "delivery.restore", "delivery", delivery_id, reason=why)
        return Outcome.of(delivery)


def list_outcomes(settings: Settings) -> list[Outcome]:
    """Every delivery there ever was, in order of acceptance, then of arrival."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [Outcome.of(delivery) for delivery in list_deliveries(session)]


def get_decidable(session: Session, delivery_id: str, by: Identity) -> Delivery:
    """The delivery, when `by` may decide about it; UserError otherwise."""
    require(by, Right.DECIDE)
    delivery = get_delivery(session, delivery_id)
    require_place(by, delivery.district)
    return delivery


def get_held(session: Session, delivery_id: str, by: Identity) -> Delivery:
    """The delivery, when it waits for a decision that `by` may take."""
    delivery = get_decidable(session, delivery_id, by)
    if delivery.state is not State.HELD:
        raise user_error("ledger.not_held", delivery_id=delivery_id)
    return delivery


def check_reason(reason: str | None, by: Identity) -> str | None:
    """The reason without personal data; UserError when a person gives none."""
    why = check_free_text(reason)
    if why is None and by is not COMMAND_LINE:
        raise user_error("decision.no_reason")
    return why


def check_replaced(
    session: Session, delivery: Delivery, replaces: str | None, by: Identity
) -> None:
    """Raise UserError unless `replaces` is another delivery that counts or waits."""
    if replaces is None:
        return
    old = get_decidable(session, replaces, by)
    if old.delivery_id == delivery.delivery_id or old.state not in (
        State.HELD,
        State.ACCEPTED,
    ):
        raise user_error("decision.not_replaceable", delivery_id=replaces)


def _decide(
    settings: Settings,
    delivery_id: str,
    state: State,
    reason: str | None,
    by: Identity,
) -> Outcome:
    """Bring a delivery to `state`, with reason, actor and a line in the trail."""
    why = check_reason(reason, by)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_decidable(session, delivery_id, by)
        move(session, delivery, state, why, by.name)
        action = f"delivery.{_ACTIONS[state]}"
        record(session, by, action, "delivery", delivery_id, reason=why)
        return Outcome.of(delivery)


def _accept(
    session: Session, delivery: Delivery, by: Identity, reason: str | None
) -> None:
    move(session, delivery, State.ACCEPTED, reason, by.name)
    if delivery.replaces:
        supersede(session, get_delivery(session, delivery.replaces), delivery, by.name)
