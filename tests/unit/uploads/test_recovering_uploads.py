"""What is found again, and what is told to be lost, after a process died."""

import os

import pytest
from sqlalchemy import select

from warehouse.deliveries.uploads.launch import lock_path, lock_upload
from warehouse.deliveries.uploads.record import advance, get_upload
from warehouse.ledger.workspace_tables import Acceptance, Step, Upload, UploadState
from warehouse.worker import recovery
from warehouse.worker.recovery import recover


class Queue:
    """Remembers what was queued."""

    def __init__(self):
        self.checked, self.accepted, self.built = [], [], []
        self.check = self.checked.append
        self.accept = self.accepted.append
        self.huey = self
        self.pending = 0

    def pending_count(self):
        return self.pending

    def build(self, build_id, due_at):
        self.built.append(build_id)


@pytest.fixture
def queue(monkeypatch):
    made = Queue()
    monkeypatch.setattr(recovery, "job_queue", lambda _: made)
    return made


def step(ledger, upload_id, to):
    with ledger.writing() as session:
        advance(get_upload(session, upload_id), to)


def upload(ledger, upload_id) -> Upload:
    with ledger.reading() as session:
        return get_upload(session, upload_id)


def test_a_file_whose_lock_is_free_is_lost(settings, ledger, start, queue, coordinator):
    upload_id = start(coordinator)
    step(ledger, upload_id, Step.RECOGNISED)
    recover(settings)
    found = upload(ledger, upload_id)
    assert found.state is UploadState.INTERRUPTED
    assert "opnieuw" in found.message_nl
    assert not lock_path(settings, upload_id).exists()


def test_a_file_that_is_being_read_is_left_alone(
    settings, ledger, start, queue, coordinator
):
    upload_id = start(coordinator)
    lock = lock_upload(settings, upload_id)
    try:
        recover(settings, is_start=True)
        assert upload(ledger, upload_id).state is UploadState.RUNNING
    finally:
        os.close(lock)


def test_lock_files_of_the_dead_are_removed_when_they_are_old(settings, ledger, queue):
    settings.work_dir.mkdir()
    old, new = (settings.work_dir / f"U-{age}.lock" for age in ("old", "new"))
    held = lock_upload(settings, "U-held")
    try:
        for path in (old, new, lock_path(settings, "U-held")):
            path.touch()
        for path in (old, lock_path(settings, "U-held")):
            os.utime(path, (0, 0))
        recover(settings, is_start=True)
        assert not old.exists()
        assert new.exists()
        assert lock_path(settings, "U-held").exists()
    finally:
        os.close(held)


def test_landed_uploads_are_queued_again(settings, ledger, start, queue, coordinator):
    upload_id = start(coordinator)
    step(ledger, upload_id, Step.READ)
    recover(settings)
    assert queue.checked == [upload_id]
    queue.pending = 1
    recover(settings)
    assert queue.checked == [upload_id]


def test_a_check_that_was_broken_off_begins_anew_at_the_start_only(
    settings, ledger, start, queue, coordinator
):
    upload_id = start(coordinator)
    step(ledger, upload_id, Step.CHECKING)
    recover(settings)
    assert queue.checked == []
    recover(settings, is_start=True)
    assert queue.checked == [upload_id]
    assert upload(ledger, upload_id).step is Step.READ


def test_what_is_done_is_left_alone(settings, ledger, start, queue, coordinator):
    upload_id = start(coordinator)
    with ledger.writing() as session:
        get_upload(session, upload_id).state = UploadState.DONE
    recover(settings, is_start=True)
    assert upload(ledger, upload_id).state is UploadState.DONE
    assert queue.checked == queue.accepted == []
    with ledger.reading() as session:
        assert list(session.scalars(select(Acceptance))) == []
