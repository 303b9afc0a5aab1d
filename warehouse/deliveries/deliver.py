"""Takes in one file: read it, place it, check it, decide, and write it down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.deliveries.gate import GateResult, run_delivery_gate
from warehouse.deliveries.landing_files import remove_unowned
from warehouse.deliveries.outcome import BLOCKING, ERROR, Finding, Outcome
from warehouse.deliveries.places import check_district, check_pilot
from warehouse.deliveries.placing import NOWHERE, Place, Placing, settle_place
from warehouse.deliveries.spans import span_of
from warehouse.errors import UserError
from warehouse.intake.delivery import MEGABYTE, ReadDelivery, land, read_delivery
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import find_live, get_delivery, move, new_delivery_id
from warehouse.ledger.tables import (
    Delivery,
    DeliveryCheck,
    DeliveryUnmapped,
    State,
)
from warehouse.pseudonyms import load_pseudonyms
from warehouse.releases.files import sync_folder
from warehouse.releases.landing import LandedDelivery, landing_file
from warehouse.settings import Settings


@dataclass(frozen=True)
class Request:
    """A file and what its uploader says about it."""

    file: Path
    source_format: str | None = None
    place: Place = NOWHERE
    replaces: str | None = None
    yes: bool = False

    @property
    def answers(self) -> bool:
        """Whether the uploader says anything that may end a hold."""
        return self.yes or self.place != NOWHERE or self.source_format is not None


def deliver_file(settings: Settings, request: Request) -> Outcome:
    """Take in a file; whatever happens to it stands in the outcome.

    The bytes of a delivery that counts already are not loaded again. Those of one
    that is held are, when the uploader now says more. Of a refused file nothing is
    stored but the reason.
    """
    fingerprint = _fingerprint(settings, request.file)
    with open_ledger(settings.database_url) as ledger:
        remove_unowned(ledger, settings.landing_dir, tuple(State))
        with ledger.reading() as session:
            known = find_live(session, fingerprint)
        if known and not _is_asked_again(known, request):
            return Outcome.of(known, already_known=True)
        try:
            read = _read(settings, ledger, request)
        except UserError as error:
            return _refuse(ledger, request, fingerprint, error)
        return _take_in(settings, ledger, request, fingerprint, read)


def decide(placing: Placing, gate: GateResult, yes: bool) -> State:
    """Accepted or held: an open question and a blocking check always hold it."""
    if placing.findings or BLOCKING in gate.failed:
        return State.HELD
    if ERROR in gate.failed and not yes:
        return State.HELD
    return State.ACCEPTED


def _read(settings: Settings, ledger: Ledger, request: Request) -> ReadDelivery:
    """Read the file; UserError when it, or what was said of it, cannot be used."""
    if request.replaces:
        with ledger.reading() as session:
            get_delivery(session, request.replaces)
    check_given(request.place)
    period = request.place.period
    return read_delivery(request.file, settings, request.source_format, period)


def _take_in(
    settings: Settings,
    ledger: Ledger,
    request: Request,
    fingerprint: str,
    read: ReadDelivery,
) -> Outcome:
    delivery = _new_delivery(request, fingerprint, read)
    placing = settle_place(read.format, _in_file(read), request.place, span_of(read))
    put_in_place(delivery, placing.place)
    with _aside(settings, read, delivery) as file:
        gate = run_delivery_gate(settings, LandedDelivery.of(delivery, file))
        add_findings(delivery, placing, gate)
        state = decide(placing, gate, request.yes)
        target = landing_file(settings.landing_dir, delivery.delivery_id)
        return _write_down(ledger, delivery, state, file, target)


def _is_asked_again(known: Delivery, request: Request) -> bool:
    """Whether the same bytes come with more to say, or take their own place."""
    if known.state is State.HELD:
        return request.answers
    return known.delivery_id == request.replaces


def _fingerprint(settings: Settings, file: Path) -> str:
    """The same for the same bytes; none for a file too large to be taken in."""
    if file.stat().st_size > settings.max_upload_mb * MEGABYTE:
        return ""
    return load_pseudonyms(settings).fingerprint(file.read_bytes())


def check_given(place: Place) -> None:
    """Raise RefusedError for a district or pilot that does not exist."""
    if place.district:
        check_district(place.district)
    if place.pilot:
        check_pilot(place.pilot)


def _new_delivery(
    request: Request, fingerprint: str, read: ReadDelivery | None = None
) -> Delivery:
    delivery = Delivery(
        delivery_id=new_delivery_id(),
        fingerprint=fingerprint,
        file_name=request.file.name,
        received_at=datetime.now(UTC),
        replaces=request.replaces,
        rows_read=0,
        delivered_columns=[],
        notes=[],
    )
    if read is not None:
        delivery.format = read.format.name
        delivery.rows_read = read.records
        delivery.delivered_columns = list(read.delivered_columns)
        delivery.notes = [
            {"key": note.key, "nl": note.nl, "en": note.en} for note in read.notes
        ]
    return delivery


def _in_file(read: ReadDelivery) -> Place:
    """What the file says, where it says one thing."""
    facts = read.facts
    return Place(
        district=facts.districts[0] if len(facts.districts) == 1 else None,
        pilot=facts.pilots[0] if len(facts.pilots) == 1 else None,
        period=facts.periods[0] if len(facts.periods) == 1 else None,
    )


@contextmanager
def _aside(
    settings: Settings, read: ReadDelivery, delivery: Delivery
) -> Iterator[Path]:
    """The landing file on the disk, but not yet in its place."""
    file = settings.work_dir / f"delivery-{delivery.delivery_id}.parquet"
    try:
        land(read, file, delivery.delivery_id)
        yield file
    finally:
        file.unlink(missing_ok=True)


def put_in_place(delivery: Delivery, place: Place) -> None:
    """Write on the delivery where it belongs."""
    delivery.district = place.district
    delivery.pilot = place.pilot
    delivery.period = place.period


def add_findings(delivery: Delivery, placing: Placing, gate: GateResult) -> None:
    """Put the questions, and what the gate found and counted, on the delivery."""
    delivery.rows_rejected = gate.rows_rejected
    delivery.rows_accepted = delivery.rows_read - gate.rows_rejected
    for finding in (*placing.findings, *gate.findings):
        delivery.findings.append(finding.as_row())
    delivery.checks = [DeliveryCheck(**asdict(check)) for check in gate.checks]
    delivery.unmapped = [DeliveryUnmapped(**asdict(text)) for text in gate.unmapped]


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


def _refuse(
    ledger: Ledger, request: Request, fingerprint: str, error: UserError
) -> Outcome:
    """Write down that a file was refused and why; nothing else of it."""
    delivery = _new_delivery(request, fingerprint)
    delivery.replaces = None
    delivery.rows_accepted = delivery.rows_rejected = 0
    reason = Finding(
        check_id="intake.refused",
        severity=BLOCKING,
        message_nl=error.message_nl,
        message_en=error.message_en,
    )
    delivery.findings.append(reason.as_row())
    with ledger.writing() as session:
        move(session, delivery, State.REFUSED)
        return Outcome.of(delivery)
