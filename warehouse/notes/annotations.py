"""Writing a note beside a month, mending it, and taking it away."""

from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from warehouse.accounts import audit
from warehouse.accounts.access import require, require_place
from warehouse.identity import Identity, Right
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.view_tables import Annotation
from warehouse.messages import user_error
from warehouse.privacy.free_text import check_free_text
from warehouse.settings import Settings
from warehouse.standard.places import check_district, check_pilot

LONGEST_TEXT = 200
"""A note stands in a chart: longer ones belong in a report."""


@dataclass(frozen=True)
class Subject:
    """What a note is about: a month, of one district or pilot unless of all."""

    month: date
    district: str | None = None
    pilot: str | None = None


def annotate(
    settings: Settings, identity: Identity, subject: Subject, text: str
) -> Annotation:
    """Keep a note beside a month.

    Raises UserError without the right, for another's district, for a place that does
    not exist, and for a text that is empty, long, or shows a person.
    """
    require(identity, Right.ANNOTATE)
    require_place(identity, subject.district)
    _check_subject(subject)
    note = Annotation(
        month=subject.month.replace(day=1),
        district=subject.district,
        pilot=subject.pilot,
        text=_check_text(text),
        user_id=identity.user_id,
        written_by=identity.name,
        written_at=datetime.now(UTC),
    )
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.add(note)
        session.flush()
        _put_on_record(session, identity, "annotation.written", note, asdict(subject))
    return note


def change(
    settings: Settings, identity: Identity, annotation_id: int, text: str
) -> Annotation:
    """Give a note of one's own another text; raises UserError for anything else."""
    require(identity, Right.ANNOTATE)
    written = _check_text(text)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        note = _own(session, identity, annotation_id)
        note.text, note.changed_at = written, datetime.now(UTC)
        _put_on_record(session, identity, "annotation.changed", note)
        return note


def remove(settings: Settings, identity: Identity, annotation_id: int) -> None:
    """Show a note of one's own no longer; raises UserError for anything else."""
    require(identity, Right.ANNOTATE)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        note = _own(session, identity, annotation_id)
        note.removed_at = datetime.now(UTC)
        _put_on_record(session, identity, "annotation.removed", note)


def _own(session: Session, identity: Identity, annotation_id: int) -> Annotation:
    """The note, when it is shown and was written by who asks."""
    note = session.get(Annotation, annotation_id)
    if note is None or note.removed_at or note.user_id != identity.user_id:
        raise user_error("annotation.not_yours")
    return note


def _check_subject(subject: Subject) -> None:
    if subject.district is not None:
        check_district(subject.district)
    if subject.pilot is not None:
        check_pilot(subject.pilot)


def _check_text(text: str) -> str:
    written = check_free_text(text)
    if written is None:
        raise user_error("annotation.empty")
    if len(written) > LONGEST_TEXT:
        raise user_error("annotation.too_long", most=LONGEST_TEXT)
    return written


def _put_on_record(
    session: Session,
    identity: Identity,
    action: str,
    note: Annotation,
    detail: dict[str, object] | None = None,
) -> None:
    """Name the note in the trail; its text stays out of it, so that it can go."""
    audit.record(
        session, identity, action, "annotation", f"{note.annotation_id}", **detail or {}
    )
