"""The queue of background work; a job carries the id of what to do, nothing else.

The ledger says what is to be done, the queue only who is next: a job that comes twice
finds its work done, and one that got lost is found by `warehouse.jobs.recovery`.
"""

# ruff: noqa: PLC0415  only the worker pays for importing the work

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

from huey import SqliteHuey, crontab
from huey.api import TaskWrapper

from warehouse.settings import Settings

BUSY_SECONDS = 30
NIGHT_HOUR = 2
"""When, in UTC, retention is applied each day."""

_GATE = Lock()
"""Great Expectations keeps its project in one place for the whole process."""


@dataclass(frozen=True)
class JobQueue:
    """Gives work to the worker process."""

    huey: SqliteHuey
    check_job: TaskWrapper
    accept_job: TaskWrapper
    build_job: TaskWrapper
    erase_job: TaskWrapper

    def check(self, upload_id: str) -> None:
        """Have an upload that was landed go through the gate."""
        self.check_job(upload_id)

    def accept(self, acceptance_id: int) -> None:
        """Have a delivery accepted that somebody wishes to be."""
        self.accept_job(acceptance_id)

    def build(self, build_id: int, due_at: datetime) -> None:
        """Have a release built that was asked for, from `due_at` on."""
        self.build_job.schedule((build_id,), eta=due_at)

    def erase(self, erasure_id: int) -> None:
        """Have somebody's records erased."""
        self.erase_job(erasure_id)


def job_queue(settings: Settings) -> JobQueue:
    """The queue of an installation, in a file of its home folder."""
    settings.home_dir.mkdir(parents=True, exist_ok=True)
    return _open(settings.home_dir / "jobs.sqlite", _Work(settings))


@dataclass(frozen=True, eq=False)
class _Work:
    """What the jobs do; every one finds its things in the ledger."""

    settings: Settings

    def check(self, upload_id: str) -> None:
        """Run the gate on an upload."""
        from warehouse.uploads.checking import check_upload

        with _GATE:
            check_upload(self.settings, upload_id)

    def accept(self, acceptance_id: int) -> None:
        """Carry an acceptance out."""
        from warehouse.deliveries.acceptances import carry_out

        with _GATE:
            carry_out(self.settings, acceptance_id)

    def build(self, build_id: int) -> None:
        """Build a release."""
        from warehouse.jobs.building import run_build

        run_build(self.settings, build_id)

    def erase(self, erasure_id: int) -> None:
        """Erase somebody's records, unless a release is built: then a minute later."""
        from warehouse.erasure.service import carry_out
        from warehouse.releases.lock import BuildRunningError

        with suppress(BuildRunningError):
            carry_out(self.settings, erasure_id)

    def retain(self) -> None:
        """Remove what was kept long enough."""
        from warehouse.retention.apply import apply_at_night

        apply_at_night(self.settings)

    def recover(self) -> None:
        """Find what got lost."""
        from warehouse.jobs.recovery import recover

        recover(self.settings)

    # Equal settings share a queue.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Work) and other.settings == self.settings

    def __hash__(self) -> int:
        return hash(self.settings.home_dir)


@cache
def _open(file: Path, work: _Work) -> JobQueue:
    huey = SqliteHuey("eropaf", filename=str(file), results=False, timeout=BUSY_SECONDS)
    huey.periodic_task(crontab(), name="recover")(work.recover)
    night = crontab(minute="30", hour=str(NIGHT_HOUR))
    huey.periodic_task(night, name="retain")(work.retain)
    return JobQueue(
        huey,
        check_job=huey.task(name="check")(work.check),
        accept_job=huey.task(name="accept")(work.accept),
        build_job=huey.task(name="build")(work.build),
        erase_job=huey.task(name="erase")(work.erase),
    )
