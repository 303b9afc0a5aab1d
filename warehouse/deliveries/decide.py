"""Decisions about deliveries that are there: accept, withdraw; and the list."""

from sqlalchemy.orm import Session

from warehouse.deliveries.deliver import (
    add_findings,
    check_given,
    decide,
    put_in_place,
)
from warehouse.deliveries.gate import GateResult, run_delivery_gate
from warehouse.deliveries.outcome import Finding, Outcome
from warehouse.deliveries.placing import Place, Placing, still_open
from warehouse.formats import formats
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery, list_deliveries, move, supersede
from warehouse.ledger.tables import Delivery, State
from warehouse.messages import user_error
from warehouse.releases.landing import LandedDelivery, landing_file
from warehouse.settings import Settings


def accept_delivery(settings: Settings, delivery_id: str, answer: Place) -> Outcome:
    """Accept a held delivery, with the answers to what was asked about it.

    It goes through the gate again; it stays held while a question is open or a
    blocking check fails. Raises UserError when it is not held.
    """
    check_given(answer)
    with open_ledger(settings.database_url) as ledger:
        with ledger.reading() as session:
            delivery = _get_held(session, delivery_id)
        placing = _place_again(delivery, answer)
        gate = run_delivery_gate(settings, _landed(settings, delivery, placing.place))
        with ledger.writing() as session:
            current = _get_held(session, delivery_id)
            _apply(session, current, placing, gate)
            return Outcome.of(current)


def withdraw_delivery(
    settings: Settings, delivery_id: str, reason: str | None = None
) -> Outcome:
    """Take a delivery out: the next release no longer holds it.

    Its landing file goes at the next build. Raises UserError when it is refused,
    replaced or withdrawn already.
    """
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        delivery = get_delivery(session, delivery_id)
        move(session, delivery, State.WITHDRAWN, reason)
        return Outcome.of(delivery)


def list_outcomes(settings: Settings) -> list[Outcome]:
    """Every delivery there ever was, in order of acceptance, then of arrival."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [Outcome.of(delivery) for delivery in list_deliveries(session)]


def _get_held(session: Session, delivery_id: str) -> Delivery:
    delivery = get_delivery(session, delivery_id)
    if delivery.state is not State.HELD:
        raise user_error("ledger.not_held", delivery_id=delivery_id)
    return delivery


def _place_again(delivery: Delivery, answer: Place) -> Placing:
    """Where the delivery belongs by the answer; what that leaves open."""
    asked = map(Finding.of, delivery.findings)
    place = Place(delivery.district, delivery.pilot, delivery.period)
    return still_open(formats()[delivery.format or ""], place, answer, asked)


def _landed(settings: Settings, delivery: Delivery, place: Place) -> LandedDelivery:
    put_in_place(delivery, place)
    file = landing_file(settings.landing_dir, delivery.delivery_id)
    return LandedDelivery.of(delivery, file)


def _apply(
    session: Session, delivery: Delivery, placing: Placing, gate: GateResult
) -> None:
    """Write the answers and the new findings down, and accept if nothing is open."""
    put_in_place(delivery, placing.place)
    delivery.findings.clear()
    add_findings(delivery, placing, gate)
    if decide(placing, gate, yes=True) is State.ACCEPTED:
        move(session, delivery, State.ACCEPTED)
        if delivery.replaces:
            supersede(session, get_delivery(session, delivery.replaces), delivery)
