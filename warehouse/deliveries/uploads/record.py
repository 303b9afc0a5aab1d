"""What the ledger knows of an upload: its beginning, its steps and its end."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.deliveries.placing import NOWHERE, Place
from warehouse.errors import UserError
from warehouse.identity import Identity
from warehouse.ledger.deliveries import CONSONANTS
from warehouse.ledger.workspace_tables import Channel, Step, Upload, UploadState
from warehouse.messages import Message, message, user_error
from warehouse.privacy.personal_data import LONGEST_LABEL, safe_label

READING = (Step.RECEIVING, Step.RECEIVED, Step.RECOGNISED)
"""The steps during which the file is only in memory: its bytes can be lost."""


@dataclass(frozen=True)
class Said:
    """What the uploader says about a file; `yes` accepts errors of an automatic one."""

    source_format: str | None = None
    place: Place = NOWHERE
    replaces: str | None = None
    yes: bool = False


def new_upload(
    session: Session, by: Identity, file_name: str, said: Said, channel: Channel
) -> Upload:
    """Write down that an upload begins."""
    now = datetime.now(UTC)
    upload = Upload(
        upload_id=_new_upload_id(),
        file_name=safe_file_name(file_name),
        size_bytes=0,
        channel=channel,
        uploaded_by=by.user_id,
        uploader_name=by.name,
        scope=None if by.districts is None else sorted(by.districts),
        said_format=said.source_format,
        said_district=said.place.district,
        said_pilot=said.place.pilot,
        said_period=said.place.period,
        said_replaces=said.replaces,
        said_yes=said.yes,
        state=UploadState.RUNNING,
        step=Step.RECEIVING,
        rows_done=0,
        started_at=now,
        step_at=now,
    )
    session.add(upload)
    session.flush()
    return upload


def get_upload(session: Session, upload_id: str) -> Upload:
    """The upload; UserError when there is none."""
    upload = session.get(Upload, upload_id)
    if upload is None:
        raise user_error("upload.unknown", upload_id=upload_id[:LONGEST_LABEL])
    return upload


def running_uploads(session: Session, steps: Collection[Step]) -> list[Upload]:
    """The uploads that run and are at one of the steps, the oldest first."""
    query = (
        select(Upload)
        .where(Upload.state == UploadState.RUNNING, Upload.step.in_(steps))
        .order_by(Upload.started_at)
    )
    return list(session.scalars(query))


def advance(upload: Upload, step: Step) -> None:
    """Write down that a step was finished, or that the check has begun."""
    upload.step = step
    upload.step_at = datetime.now(UTC)


def end(upload: Upload, state: UploadState, why: Message | UserError) -> None:
    """Write down how the upload ended, in words for its uploader."""
    upload.state = state
    upload.ended_at = upload.step_at = datetime.now(UTC)
    if isinstance(why, Message):
        upload.message_nl, upload.message_en = why.nl, why.en
    else:
        upload.message_nl, upload.message_en = why.message_nl, why.message_en


def interrupt(upload: Upload) -> None:
    """Write down that the file was lost before it was read."""
    end(upload, UploadState.INTERRUPTED, message("upload.interrupted"))


def safe_file_name(name: str) -> str:
    """The last part of a file's name, fit to be kept and shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(one for one in last if one.isprintable())
    return safe_label(printable) or "-"


def _new_upload_id() -> str:
    letters = "".join(secrets.choice(CONSONANTS) for _ in range(8))
    return f"U-{datetime.now(UTC):%Y%m%d}-{letters}"
