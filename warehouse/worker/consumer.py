"""The worker: takes jobs from the queue, one process for each home folder.

python -m warehouse.worker.consumer PARENT
"""

import logging
import os
import signal
import sys
import threading
import time

from warehouse.jobs.queue import job_queue
from warehouse.releases.files import exclusive_lock
from warehouse.settings import Settings
from warehouse.worker.recovery import recover
from warehouse.worker.tasks import TASKS

WORKERS = 3
"""Checks take turns in it; a build waits for its process, and a check goes on."""
POLL_SECONDS = 1
WATCH_SECONDS = 1


def work(settings: Settings, parent: int | None = None) -> None:
    """Work until stopped, or until the process `parent` is gone.

    A second worker in the same home waits until the first has ended.
    """
    logging.getLogger("huey").setLevel(logging.WARNING)
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    with exclusive_lock(settings.home_dir / "worker.lock"):
        recover(settings, is_start=True)
        job_queue(settings, TASKS).huey.create_consumer(
            workers=WORKERS, max_delay=POLL_SECONDS
        ).run()
        # A check that is broken off must not be waited for: it begins anew later.
        os._exit(0)


def _follow(parent: int) -> None:
    """End with the server: what was in hand is found again at the next start."""
    while os.getppid() == parent:
        time.sleep(WATCH_SECONDS)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    work(Settings(), int(sys.argv[1]))
