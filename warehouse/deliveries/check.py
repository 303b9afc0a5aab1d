"""The second half of a delivery: check what was landed, and what follows from it."""

from dataclasses import asdict

from seeds.formats import formats
from warehouse.deliveries.gate import GateResult, run_delivery_gate
from warehouse.deliveries.outcome import BLOCKING, ERROR, Finding
from warehouse.deliveries.placing import Place, Placing, still_open
from warehouse.deliveries.receive import put_in_place
from warehouse.ledger.tables import Delivery, DeliveryCheck, DeliveryUnmapped, State
from warehouse.releases.landing import LandedDelivery, landing_file
from warehouse.settings import Settings


def check_landed(
    settings: Settings, delivery: Delivery, answer: Place
) -> tuple[Placing, GateResult]:
    """Settle the place with `answer` and run the gate on the delivery's landing file.

    The place is put on `delivery`, which no session need hold.
    """
    asked = map(Finding.of, delivery.findings)
    place = Place(delivery.district, delivery.pilot, delivery.period)
    placing = still_open(formats()[delivery.format or ""], place, answer, asked)
    put_in_place(delivery, placing.place)
    file = landing_file(settings.landing_dir, delivery.delivery_id)
    return placing, run_delivery_gate(settings, LandedDelivery.of(delivery, file))


def decide(placing: Placing, gate: GateResult, yes: bool) -> State:
    """Accepted or held: an open question and a blocking check always hold it."""
    if placing.findings or BLOCKING in gate.failed:
        return State.HELD
    if ERROR in gate.failed and not yes:
        return State.HELD
    return State.ACCEPTED


def add_findings(delivery: Delivery, placing: Placing, gate: GateResult) -> None:
    """Put the questions, and what the gate found and counted, on the delivery."""
    delivery.rows_rejected = gate.rows_rejected
    delivery.rows_accepted = delivery.rows_read - gate.rows_rejected
    for finding in (*placing.findings, *gate.findings):
        delivery.findings.append(finding.as_row())
    delivery.checks = [DeliveryCheck(**asdict(check)) for check in gate.checks]
    delivery.unmapped = [DeliveryUnmapped(**asdict(text)) for text in gate.unmapped]


def write_checked(delivery: Delivery, placing: Placing, gate: GateResult) -> None:
    """Let place, findings and counts of a new check take the place of earlier ones."""
    put_in_place(delivery, placing.place)
    delivery.findings.clear()
    add_findings(delivery, placing, gate)
