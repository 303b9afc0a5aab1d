"""Starts the processes that read uploads: one at a time for each web process.

The lock of an upload is held from its first byte until it is read, by the web process
and the reader together. The operating system frees it when both are gone, and so
tells that the bytes are lost.
"""

import fcntl
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from warehouse.deliveries.uploads.memory import MemoryFile
from warehouse.deliveries.uploads.record import READING, get_upload, interrupt
from warehouse.jobs.processes import start_module
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import UploadState
from warehouse.settings import Settings

_readers = ThreadPoolExecutor(1, thread_name_prefix="upload")
_waiting_lock = Lock()
_waiting_bytes = 0


def lock_upload(settings: Settings, upload_id: str) -> int:
    """Hold the lock of an upload; the descriptor that holds it.

    Raises BlockingIOError when it is being read.
    """
    path = lock_path(settings, upload_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def unlock_upload(settings: Settings, upload_id: str, descriptor: int) -> None:
    """Give the lock back and remove its file."""
    lock_path(settings, upload_id).unlink(missing_ok=True)
    os.close(descriptor)


def lock_path(settings: Settings, upload_id: str) -> Path:
    """The file whose lock says that the upload is alive."""
    return settings.work_dir / f"{upload_id}.lock"


def waiting_bytes() -> int:
    """The size of the files that this process holds in memory."""
    return _waiting_bytes


def read_apart(settings: Settings, upload_id: str, file: MemoryFile, lock: int) -> None:
    """Have a file read in a process of its own, as soon as there is room for one."""
    _count(file.size)
    _readers.submit(_read, settings, upload_id, file, lock)


def _read(settings: Settings, upload_id: str, file: MemoryFile, lock: int) -> None:
    try:
        start_module(
            settings,
            "warehouse.deliveries.uploads.read_process",
            upload_id,
            # The lock is only held on to, the file is read.
            (file.descriptor, lock),
        ).wait()
        _end_if_lost(settings, upload_id)
    finally:
        file.close()
        _count(-file.size)
        unlock_upload(settings, upload_id, lock)


def _end_if_lost(settings: Settings, upload_id: str) -> None:
    """Write down that a reader was killed before it could say anything."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        upload = get_upload(session, upload_id)
        if upload.state is UploadState.RUNNING and upload.step in READING:
            interrupt(upload)


def _count(change: int) -> None:
    global _waiting_bytes  # noqa: PLW0603  one count for the whole process
    with _waiting_lock:
        _waiting_bytes += change
