"""Reads one uploaded file from memory and lands it: the first half of its delivery."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from warehouse.deliveries.placing import Place
from warehouse.deliveries.receive import (
    Request,
    fingerprint_of,
    place_read,
    read_request,
    refuse,
    set_aside,
)
from warehouse.deliveries.uploads.record import advance, end, get_upload
from warehouse.errors import UserError
from warehouse.intake.delivery import ReadDelivery
from warehouse.intake.progress import Listener, listening
from warehouse.ledger.connection import Ledger
from warehouse.ledger.deliveries import find_live, move
from warehouse.ledger.tables import Delivery, State
from warehouse.ledger.workspace_tables import Step, Upload, UploadState
from warehouse.messages import message, refused
from warehouse.releases.files import sync_folder
from warehouse.releases.landing import landing_file
from warehouse.settings import Settings


@dataclass(frozen=True)
class Reading:
    """One upload while it is read; `said` by the names of a delivery's columns."""

    settings: Settings
    ledger: Ledger
    upload_id: str
    request: Request
    said: Mapping[str, object]
    scope: frozenset[str] | None

    @classmethod
    def of(
        cls, settings: Settings, ledger: Ledger, upload: Upload, file: Path
    ) -> "Reading":
        """The reading of an upload whose bytes are in `file`."""
        said = {
            "format": upload.said_format,
            "district": upload.said_district,
            "pilot": upload.said_pilot,
            "period": upload.said_period,
        }
        return cls(
            settings,
            ledger,
            upload.upload_id,
            _request(upload, file),
            said=said,
            scope=None if upload.scope is None else frozenset(upload.scope),
        )

    def run(self) -> bool:
        """Read and land the file; whether it is there now and waits for its check."""
        fingerprint = fingerprint_of(self.settings, self.request.file)
        with self.ledger.reading() as session:
            known = find_live(session, fingerprint)
        if known and not self._may_replace(known):
            return self._end_known(known)
        try:
            with listening(self._listener()):
                read = read_request(self.settings, self.ledger, self.request)
            delivery, placing = place_read(self.request, fingerprint, read)
            self._check_scope(read, delivery)
        except UserError as error:
            return self._end_refused(fingerprint, error)
        for question in placing.findings:
            delivery.findings.append(question.as_row())
        with set_aside(self.settings, read, delivery) as file:
            known = self._write_down(delivery, file)
        return self._end_known(known) if known else True

    def _may_replace(self, known: Delivery) -> bool:
        """Whether the same bytes, that still wait, come with something new to say."""
        is_own = self.scope is None or known.district in self.scope
        is_new = any(
            said and said != getattr(known, name) for name, said in self.said.items()
        )
        return known.state is State.HELD and is_new and is_own

    def _check_scope(self, read: ReadDelivery, delivery: Delivery) -> None:
        """Raise RefusedError when the file is about a district not the uploader's."""
        for district in (delivery.district, *read.facts.districts):
            if self.scope is not None and district and district not in self.scope:
                raise refused("upload.other_district", district=district)

    def _listener(self) -> Listener:
        rows = 0

        def recognised(format_name: str) -> None:
            with self.ledger.writing() as session:
                upload = get_upload(session, self.upload_id)
                upload.format = format_name
                advance(upload, Step.RECOGNISED)

        def count(more: int) -> None:
            nonlocal rows
            rows += more
            with self.ledger.writing() as session:
                get_upload(session, self.upload_id).rows_done = rows

        return Listener(recognised, count)

    def _write_down(self, delivery: Delivery, file: Path) -> Delivery | None:
        """Put the file and the delivery in their places, both or neither.

        Returns the delivery of the same bytes when that was there first. The file
        moves inside the transaction: a failed commit leaves a file without an owner.
        """
        target = landing_file(self.settings.landing_dir, delivery.delivery_id)
        target.parent.mkdir(parents=True, exist_ok=True)
        with self.ledger.writing() as session:
            twin = find_live(session, delivery.fingerprint)
            if twin and not self._may_replace(twin):
                return twin
            self._put_received(session, delivery, twin)
            file.replace(target)
            sync_folder(target.parent)
        return None

    def _put_received(
        self, session: Session, delivery: Delivery, twin: Delivery | None
    ) -> None:
        # The same bytes may live only once: the old goes before the new comes.
        if twin:
            move(session, twin, State.REPLACED, actor=self.request.by)
        move(session, delivery, State.RECEIVED, actor=self.request.by)
        if twin:
            twin.replaced_by = delivery.delivery_id
        upload = get_upload(session, self.upload_id)
        upload.delivery_id = delivery.delivery_id
        upload.rows_done = delivery.rows_read
        advance(upload, Step.READ)

    def _end_known(self, known: Delivery) -> bool:
        """End the upload of bytes that are there already; nothing waits for a check."""
        is_own = self.scope is None or known.district in self.scope
        with self.ledger.writing() as session:
            upload = get_upload(session, self.upload_id)
            if is_own:
                upload.delivery_id = known.delivery_id
            end(upload, UploadState.DONE, message("upload.known"))
        return False

    def _end_refused(self, fingerprint: str, error: UserError) -> bool:
        outcome = refuse(self.ledger, self.request, fingerprint, error)
        with self.ledger.writing() as session:
            upload = get_upload(session, self.upload_id)
            upload.delivery_id = outcome.delivery_id
            end(upload, UploadState.REFUSED, error)
        return False


def _request(upload: Upload, file: Path) -> Request:
    """What the uploader said; who delivers for one district need not name it."""
    own = upload.scope[0] if upload.scope and len(upload.scope) == 1 else None
    district = upload.said_district or own
    return Request(
        file=file,
        source_format=upload.said_format,
        place=Place(district, upload.said_pilot, upload.said_period),
        replaces=upload.said_replaces,
        file_name=upload.file_name,
        by=upload.uploader_name,
    )
