"""Keeps a worker running beside the server, and starts another when it dies."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from warehouse.jobs.processes import start_module
from warehouse.settings import Settings

PAUSE_SECONDS = 2
STOP_SECONDS = 10


@contextmanager
def worker_beside(settings: Settings) -> Iterator[None]:
    """Have a worker process run as long as the block does."""
    supervisor = _Supervisor(settings)
    owner = os.getpid()
    supervisor.thread.start()
    try:
        yield
    finally:
        # A forked server process leaves this block too; the worker is not its own.
        if os.getpid() == owner:
            supervisor.stop()


class _Supervisor:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stopping = Event()
        self._process: subprocess.Popen[bytes] | None = None
        self.thread = Thread(target=self._run, name="supervisor", daemon=True)

    def stop(self) -> None:
        """End the worker; what it has in hand is found again at the next start."""
        self._stopping.set()
        if self._process:
            self._process.terminate()
        self.thread.join(STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._process = start_module(
                self._settings, "warehouse.worker.consumer", str(os.getpid())
            )
            self._process.wait()
            self._stopping.wait(PAUSE_SECONDS)
