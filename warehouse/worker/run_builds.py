"""Building what was asked for, in a process apart, however that process ends."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from warehouse.deliveries.acceptances import waiting_acceptances
from warehouse.jobs.build_requests import enqueue_build, running_builds, waiting_build
from warehouse.jobs.processes import start_module
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import BuildRequest, BuildState
from warehouse.messages import Message, message
from warehouse.releases.files import exclusive_lock
from warehouse.settings import Settings

BUILDER_LOCK = "builder.lock"
"""Held by the worker and the process that builds, so that its death is noticed."""
MOST_ATTEMPTS = 3
BUSY_SECONDS = 15


def run_build(settings: Settings, build_id: int) -> None:
    """Build a release that is due, in a process of its own: dbt leaves much behind."""
    try:
        # Held before the claim is seen, or the build would be taken for a dead one.
        with exclusive_lock(settings.home_dir / BUILDER_LOCK, wait=False) as lock:
            if not _claim(settings, build_id):
                return
            start_module(
                settings, "warehouse.worker.build_process", str(build_id), (lock,)
            ).wait()
    except BlockingIOError:
        return
    reopen_dead_builds(settings)
    enqueue_waiting(settings)


def enqueue_waiting(settings: Settings) -> None:
    """Have the request that waits built when it is due; twice does no harm."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        waiting = waiting_build(session)
    if waiting:
        enqueue_build(settings, waiting)


def reopen_dead_builds(settings: Settings) -> None:
    """Let builds whose process died wait again, a few times; then they failed."""
    with open_ledger(settings.database_url) as ledger:
        with ledger.reading() as session:
            if not running_builds(session):
                return
        try:
            with (
                exclusive_lock(settings.home_dir / BUILDER_LOCK, wait=False),
                ledger.writing() as session,
            ):
                for dead in running_builds(session):
                    _reopen(session, dead)
        except BlockingIOError:
            return


def wait_again(settings: Settings, build_id: int) -> None:
    """Try a build again shortly: somebody else is building now."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        build = session.get_one(BuildRequest, build_id)
        build.attempts -= 1
        _reopen(session, build, BUSY_SECONDS)


def end_build(
    settings: Settings,
    build_id: int,
    state: BuildState,
    release_id: str | None = None,
    why: Message | None = None,
) -> None:
    """Write down how a build ended."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        build = session.get_one(BuildRequest, build_id)
        _end(build, state, release_id, why)


def _claim(settings: Settings, build_id: int) -> bool:
    """Whether this job may build: the request waits, and no other build runs.

    Acceptances in hand come first, so that one release shows them all; each has the
    build queued again.
    """
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        build = session.get(BuildRequest, build_id)
        if build is None or build.state is not BuildState.WAITING:
            return False
        if running_builds(session) or waiting_acceptances(session):
            return False
        build.state = BuildState.BUILDING
        build.started_at = datetime.now(UTC)
        build.attempts += 1
        return True


def _reopen(session: Session, build: BuildRequest, delay_seconds: int = 0) -> None:
    if waiting_build(session) or build.attempts >= MOST_ATTEMPTS:
        _end(build, BuildState.FAILED, None, message("build.stopped"))
        return
    build.state = BuildState.WAITING
    build.started_at = None
    build.due_at = datetime.now(UTC) + timedelta(seconds=delay_seconds)


def _end(
    build: BuildRequest, state: BuildState, release_id: str | None, why: Message | None
) -> None:
    build.state = state
    build.ended_at = datetime.now(UTC)
    build.release_id = release_id
    build.message_nl = why.nl if why else None
    build.message_en = why.en if why else None
