"""Uploading a file, for whoever asks: the page, the HTTP interface, other programs."""

from http import HTTPStatus

from sqlalchemy.orm import Session

from seeds.formats import formats
from warehouse.accounts.access import require, require_place
from warehouse.accounts.audit import record
from warehouse.deliveries.receive import check_given
from warehouse.deliveries.uploads.launch import (
    lock_upload,
    read_apart,
    unlock_upload,
    waiting_bytes,
)
from warehouse.deliveries.uploads.memory import (
    MemoryFile,
    Stream,
    TooLargeError,
    take_into_memory,
    too_large,
)
from warehouse.deliveries.uploads.record import (
    Said,
    advance,
    end,
    get_upload,
    new_upload,
)
from warehouse.errors import RefusedError, UserError
from warehouse.identity import Identity, Right
from warehouse.intake.delivery import MEGABYTE
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.workspace_tables import Channel, Step, Upload, UploadState
from warehouse.messages import Message, message, user_error
from warehouse.settings import Settings

MOST_WAITING_FILES = 8
"""Files of the largest size that one process may hold in memory."""


class BusyError(UserError):
    """The server holds as much in memory as it may; ask again later."""


def start_upload(
    settings: Settings,
    identity: Identity,
    stream: Stream,
    file_name: str,
    said: Said,
    *,
    size: int | None = None,
    channel: Channel = Channel.PERSON,
) -> str:
    """Take a file into memory and have it read and checked; the id to follow it by.

    Returns as soon as the last byte has arrived. `size` is what the sender announced.
    Raises UserError without the right, for another district and for what does not
    exist; RefusedError for a file that is too large or empty; BusyError when too many
    files are being read. Nothing of the file reaches the disk.
    """
    require(identity, Right.DELIVER)
    _check_said(said)
    most = settings.max_upload_mb * MEGABYTE
    if waiting_bytes() + (size or 0) > MOST_WAITING_FILES * most:
        busy = message("upload.busy")
        raise BusyError(busy.nl, busy.en)
    with open_ledger(settings.database_url) as ledger:
        with ledger.writing() as session:
            _require_places(session, identity, said)
            upload_id = new_upload(
                session, identity, file_name, said, channel
            ).upload_id
            lock = lock_upload(settings, upload_id)
        try:
            file = _receive(ledger, upload_id, stream, most, size)
        except BaseException:
            unlock_upload(settings, upload_id, lock)
            raise
        with ledger.writing() as session:
            upload = get_upload(session, upload_id)
            upload.size_bytes = file.size
            advance(upload, Step.RECEIVED)
            record(session, identity, "upload.receive", "upload", upload_id)
    read_apart(settings, upload_id, file, lock)
    return upload_id


def retry_check(settings: Settings, identity: Identity, upload_id: str) -> None:
    """Check a landed upload again whose check went wrong through no fault of it."""
    require(identity, Right.DELIVER)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        upload = visible_upload(session, identity, upload_id)
        if upload.state is not UploadState.FAILED or upload.step is not Step.CHECKING:
            raise user_error("upload.cannot_retry")
        upload.state, upload.ended_at = UploadState.RUNNING, None
        upload.message_nl = upload.message_en = None
        advance(upload, Step.READ)
    job_queue(settings).check(upload_id)


def visible_upload(session: Session, identity: Identity, upload_id: str) -> Upload:
    """The upload; the same UserError when there is none and when it is not theirs.

    Theirs is what they uploaded, and what belongs to a district that they may see.
    """
    upload = get_upload(session, upload_id)
    if upload.uploaded_by == identity.user_id and identity.may(Right.DELIVER):
        return upload
    district = (
        get_delivery(session, upload.delivery_id).district
        if upload.delivery_id
        else None
    )
    if identity.may(Right.READ_DELIVERIES) and identity.sees(district):
        return upload
    raise user_error("upload.unknown", upload_id=upload_id)


def status_code(error: UserError) -> HTTPStatus:
    """How HTTP calls an error of `start_upload`."""
    if isinstance(error, BusyError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(error, TooLargeError):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    return HTTPStatus.BAD_REQUEST


def _check_said(said: Said) -> None:
    """Raise UserError when what was said names something that does not exist."""
    check_given(said.place)
    if said.source_format and said.source_format not in formats():
        raise user_error("upload.unknown_format")


def _require_places(session: Session, identity: Identity, said: Said) -> None:
    if said.place.district:
        require_place(identity, said.place.district)
    if said.replaces:
        require_place(identity, get_delivery(session, said.replaces).district)


def _receive(
    ledger: Ledger, upload_id: str, stream: Stream, most: int, size: int | None
) -> MemoryFile:
    """The file in memory; when it does not arrive well, the ledger says why."""
    try:
        if size is not None and size > most:
            raise too_large(most)
        file = take_into_memory(stream, most)
    except RefusedError as error:
        _end(ledger, upload_id, UploadState.REFUSED, error)
        raise
    except Exception:
        _end(ledger, upload_id, UploadState.INTERRUPTED, message("upload.broken_off"))
        raise
    if file.size and size in (None, file.size):
        return file
    file.close()
    why = user_error("upload.broken_off" if file.size else "upload.empty")
    _end(ledger, upload_id, UploadState.INTERRUPTED, why)
    raise why


def _end(
    ledger: Ledger, upload_id: str, state: UploadState, why: Message | UserError
) -> None:
    with ledger.writing() as session:
        end(get_upload(session, upload_id), state, why)
