"""Finds work that got lost when a process died; at the start, and every minute."""

import contextlib
import time

from warehouse.deliveries.acceptances import waiting_acceptances
from warehouse.deliveries.uploads.launch import lock_upload, unlock_upload
from warehouse.deliveries.uploads.record import (
    READING,
    advance,
    get_upload,
    interrupt,
    running_uploads,
)
from warehouse.erasure.record import waiting_erasures
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.workspace_tables import Step, UploadState
from warehouse.settings import Settings
from warehouse.worker.run_builds import enqueue_waiting, reopen_dead_builds

LOCK_SECONDS = 3600


def recover(settings: Settings, is_start: bool = False) -> None:
    """Queue again what waits, and tell which uploads were lost in memory.

    At the start of the only worker nothing is being checked: what was, begins again.
    """
    queue = job_queue(settings)
    with open_ledger(settings.database_url) as ledger:
        _end_lost(settings, ledger)
        if is_start:
            _check_anew(ledger)
            _remove_old_locks(settings)
        with ledger.reading() as session:
            read = [one.upload_id for one in running_uploads(session, [Step.READ])]
            wishes = waiting_acceptances(session)
            erasures = waiting_erasures(session)
    # Enqueueing everything again each minute would only fill a long queue.
    if is_start or not queue.huey.pending_count():
        for upload_id in read:
            queue.check(upload_id)
        for acceptance_id in wishes:
            queue.accept(acceptance_id)
        for erasure_id in erasures:
            queue.erase(erasure_id)
    reopen_dead_builds(settings)
    enqueue_waiting(settings)


def _end_lost(settings: Settings, ledger: Ledger) -> None:
    """End the uploads whose lock is free: nobody has their bytes any more."""
    with ledger.reading() as session:
        reading = [one.upload_id for one in running_uploads(session, READING)]
    for upload_id in reading:
        try:
            lock = lock_upload(settings, upload_id)
        except BlockingIOError:
            continue
        with ledger.writing() as session:
            upload = get_upload(session, upload_id)
            # Its reader may have finished since it was listed.
            if upload.state is UploadState.RUNNING and upload.step in READING:
                interrupt(upload)
        unlock_upload(settings, upload_id, lock)


def _remove_old_locks(settings: Settings) -> None:
    """Remove the lock files that killed processes left behind.

    A lock that is just being taken is never old.
    """
    oldest = time.time() - LOCK_SECONDS
    for path in settings.work_dir.glob("U-*.lock"):
        if path.stat().st_mtime > oldest:
            continue
        with contextlib.suppress(BlockingIOError):
            unlock_upload(settings, path.stem, lock_upload(settings, path.stem))


def _check_anew(ledger: Ledger) -> None:
    with ledger.writing() as session:
        for upload in running_uploads(session, [Step.CHECKING]):
            advance(upload, Step.READ)
