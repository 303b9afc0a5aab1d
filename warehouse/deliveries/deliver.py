"""Takes in one file: read it, place it, check it, decide, and write it down."""

from pathlib import Path

from warehouse.deliveries.check import add_findings, decide
from warehouse.deliveries.gate import run_delivery_gate
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.receive import (
    Request,
    fingerprint_of,
    is_asked_again,
    place_read,
    read_request,
    refuse,
    set_aside,
)
from warehouse.errors import UserError
from warehouse.intake.delivery import ReadDelivery
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import find_live, get_delivery, move
from warehouse.ledger.tables import Delivery, State
from warehouse.releases.files import sync_folder
from warehouse.releases.landing import LandedDelivery, landing_file
from warehouse.releases.landing_files import remove_unowned
from warehouse.settings import Settings

__all__ = ["Request", "deliver_file"]


def deliver_file(settings: Settings, request: Request) -> Outcome:
    """Take in a file; whatever happens to it stands in the outcome.

    The bytes of a delivery that counts already are not loaded again. Those of one
    that is held are, when the uploader now says more. Of a refused file nothing is
    stored but the reason.
    """
    fingerprint = fingerprint_of(settings, request.file)
    with open_ledger(settings.database_url) as ledger:
        remove_unowned(ledger, settings.landing_dir, tuple(State))
        with ledger.reading() as session:
            known = find_live(session, fingerprint)
        if known and not is_asked_again(known, request):
            return Outcome.of(known, already_known=True)
        try:
            read = read_request(settings, ledger, request)
        except UserError as error:
            return refuse(ledger, request, fingerprint, error)
        return _take_in(settings, ledger, request, fingerprint, read)


def _take_in(
    settings: Settings,
    ledger: Ledger,
    request: Request,
    fingerprint: str,
    read: ReadDelivery,
) -> Outcome:
    delivery, placing = place_read(request, fingerprint, read)
    with set_aside(settings, read, delivery) as file:
        gate = run_delivery_gate(settings, LandedDelivery.of(delivery, file))
        add_findings(delivery, placing, gate)
        state = decide(placing, gate, request.yes)
        target = landing_file(settings.landing_dir, delivery.delivery_id)
        return _write_down(ledger, delivery, state, file, target)


def _write_down(
    ledger: Ledger, delivery: Delivery, state: State, file: Path, target: Path
) -> Outcome:
    """Record the decision and put the file in place, both or neither.

    The file moves inside the transaction: while it lasts nobody else can look for
    files without an owner, and a failed commit leaves just such a file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with ledger.writing() as session:
        replaces = delivery.replaces if state is State.ACCEPTED else None
        twin = find_live(session, delivery.fingerprint)
        if twin and twin.state is not State.HELD and twin.delivery_id != replaces:
            return Outcome.of(twin, already_known=True)
        # The same bytes may live only once: the old goes before the new comes.
        old = {twin} if twin else set()
        if replaces:
            old.add(get_delivery(session, replaces))
        for one in old:
            move(session, one, State.REPLACED)
        move(session, delivery, State.RECEIVED)
        move(session, delivery, state)
        for one in old:
            one.replaced_by = delivery.delivery_id
        file.replace(target)
        sync_folder(target.parent)
        return Outcome.of(delivery)
