"""Releases that are asked for: by decisions, several taken together, or again."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from warehouse.accounts.access import require
from warehouse.accounts.audit import record
from warehouse.identity import Identity, Right
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import BuildRequest, BuildState
from warehouse.releases.store import current_release
from warehouse.settings import Settings

USUAL_SECONDS = 60
"""How long a build is thought to take as long as none was measured."""


def request_build(session: Session, by: str, delay_seconds: int) -> BuildRequest:
    """Ask for a release in the name of `by`; one that waits takes this along.

    `session` holds the write lock. Give the result to `enqueue_build` after the commit.
    """
    if waiting := waiting_build(session):
        return waiting
    now = datetime.now(UTC)
    asked = BuildRequest(
        state=BuildState.WAITING,
        requested_by=by,
        requested_at=now,
        due_at=now + timedelta(seconds=delay_seconds),
        attempts=0,
    )
    session.add(asked)
    session.flush()
    return asked


def enqueue_build(settings: Settings, asked: BuildRequest) -> None:
    """Have the worker build what was asked for when it is due."""
    job_queue(settings).build(asked.build_id, asked.due_at)


def retry_build(settings: Settings, by: Identity) -> None:
    """Build at once, after a build failed; raises UserError without the right."""
    require(by, Right.DECIDE)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        asked = request_build(session, by.name, 0)
        asked.due_at = datetime.now(UTC)
        record(session, by, "release.request", "build", str(asked.build_id))
    enqueue_build(settings, asked)


def last_build(session: Session) -> BuildRequest | None:
    """The newest request for a release, however it stands."""
    return session.scalar(
        select(BuildRequest).order_by(BuildRequest.build_id.desc()).limit(1)
    )


def expected_at(settings: Settings, asked: BuildRequest) -> datetime:
    """When the figures of a build that waits or runs can be expected."""
    release = current_release(settings)
    spent = sum(release.timings.model_dump().values()) if release else 0
    begins = asked.started_at or asked.due_at
    return begins + timedelta(seconds=spent or USUAL_SECONDS)


def waiting_build(session: Session) -> BuildRequest | None:
    """The request that waits; there is one at most."""
    return session.scalar(
        select(BuildRequest).where(BuildRequest.state == BuildState.WAITING)
    )


def running_builds(session: Session) -> list[BuildRequest]:
    """The requests that are being built, or were when their process died."""
    query = select(BuildRequest).where(BuildRequest.state == BuildState.BUILDING)
    return list(session.scalars(query))


def ask_for_release(settings: Settings, who: Identity) -> datetime:
    """Ask for a release in the name of `who`; when its figures can be expected.

    A release that waits already takes this along. The caller has checked the right.
    """
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        asked = request_build(session, who.name, settings.build_delay)
    enqueue_build(settings, asked)
    return expected_at(settings, asked)
