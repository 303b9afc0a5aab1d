"""The first half of a delivery: read the file, say where it belongs, set it aside."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.deliveries.outcome import BLOCKING, Finding, Outcome
from warehouse.deliveries.placing import NOWHERE, Place, Placing, Span, settle_place
from warehouse.erasure.objections import without_objectors
from warehouse.errors import UserError
from warehouse.intake.conversions import Conversions
from warehouse.intake.delivery import MEGABYTE, ReadDelivery, land, read_delivery
from warehouse.ledger.connection import Ledger
from warehouse.ledger.deliveries import get_delivery, move, new_delivery_id
from warehouse.ledger.tables import INVENTED, Delivery, State
from warehouse.messages import message
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.settings import Settings
from warehouse.standard.places import check_district, check_pilot


@dataclass(frozen=True)
class Request:
    """A file and what its uploader says about it; `by` is the uploader's name.

    `file_name` is for a file whose path does not tell it. A demonstration says when
    it came in, and that its figures are invented.
    """

    file: Path
    source_format: str | None = None
    place: Place = NOWHERE
    replaces: str | None = None
    yes: bool = False
    file_name: str | None = None
    by: str | None = None
    received_at: datetime | None = None
    is_invented: bool = False

    @property
    def answers(self) -> bool:
        """Whether the uploader says anything that may end a hold."""
        return self.yes or self.place != NOWHERE or self.source_format is not None


def fingerprint_of(settings: Settings, file: Path) -> str:
    """The same for the same bytes; none for a file too large to be taken in."""
    if file.stat().st_size > settings.max_upload_mb * MEGABYTE:
        return ""
    return load_pseudonyms(settings).fingerprint(file.read_bytes())


def is_asked_again(known: Delivery, request: Request) -> bool:
    """Whether the same bytes come with more to say, or take their own place."""
    if known.state is State.HELD:
        return request.answers
    return known.delivery_id == request.replaces


def read_request(settings: Settings, ledger: Ledger, request: Request) -> ReadDelivery:
    """Read the file; UserError when it, or what was said of it, cannot be used."""
    if request.replaces:
        with ledger.reading() as session:
            get_delivery(session, request.replaces)
    check_given(request.place)
    period = request.place.period
    return read_delivery(request.file, settings, request.source_format, period)


def check_given(place: Place) -> None:
    """Raise RefusedError for a district or pilot that does not exist."""
    if place.district:
        check_district(place.district)
    if place.pilot:
        check_pilot(place.pilot)


def place_read(
    request: Request, fingerprint: str, read: ReadDelivery
) -> tuple[Delivery, Placing]:
    """The delivery that was read, where it belongs, and what is still to be asked."""
    delivery = _new_delivery(request, fingerprint, read)
    placing = settle_place(read.format, _in_file(read), request.place, span_of(read))
    put_in_place(delivery, placing.place)
    return delivery, placing


def put_in_place(delivery: Delivery, place: Place) -> None:
    """Write on the delivery where it belongs."""
    delivery.district = place.district
    delivery.pilot = place.pilot
    delivery.period = place.period


@contextmanager
def set_aside(
    settings: Settings, read: ReadDelivery, delivery: Delivery
) -> Iterator[Path]:
    """The landing file on the disk, without who objects, but not yet in its place."""
    read = without_objectors(settings, read, delivery)
    file = settings.work_dir / f"delivery-{delivery.delivery_id}.parquet"
    try:
        land(read, file, delivery.delivery_id)
        yield file
    finally:
        file.unlink(missing_ok=True)


def refuse(
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
        move(session, delivery, State.REFUSED, actor=request.by)
        return Outcome.of(delivery)


def _new_delivery(
    request: Request, fingerprint: str, read: ReadDelivery | None = None
) -> Delivery:
    delivery = Delivery(
        delivery_id=new_delivery_id(),
        fingerprint=fingerprint,
        file_name=request.file_name or request.file.name,
        received_at=request.received_at or datetime.now(UTC),
        replaces=request.replaces,
        rows_read=0,
        delivered_columns=[],
        notes=[],
    )
    if read is not None:
        delivery.format = read.format.name
        delivery.rows_read = read.records
        delivery.delivered_columns = list(read.delivered_columns)
        invented = [message(INVENTED)] if request.is_invented else []
        delivery.notes = [
            {"key": note.key, "nl": note.nl, "en": note.en}
            for note in (*invented, *read.notes)
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


def span_of(read: ReadDelivery) -> Span | None:
    """The span of the months it names, else of its required dates; None if neither."""
    days = list(read.facts.periods)
    if not days:
        texts = {
            text
            for column in read.format.required
            if column.kind == "date"
            for text in read.table.column(column.name).drop_null().unique().to_pylist()
        }
        with Conversions() as conversions:
            days = list(conversions.read_dates(texts).values())
    return (min(days), max(days)) if days else None
