"""The queue of background work; a job carries the id of what to do, nothing else.

The ledger says what is to be done, the queue only who is next: a job that comes twice
finds its work done, and one that got lost is found by `warehouse.worker.recovery`.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Protocol

from huey import SqliteHuey, crontab
from huey.api import TaskWrapper

from warehouse.settings import Settings

BUSY_SECONDS = 30
NIGHT_HOUR = 2
"""When, in UTC, retention is applied each day."""


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


class Work(Protocol):
    """What the jobs of a worker do; each finds its things in the ledger."""

    def check(self, settings: Settings, upload_id: str) -> None:
        """Run the gate on an upload."""

    def accept(self, settings: Settings, acceptance_id: int) -> None:
        """Carry an acceptance out."""

    def build(self, settings: Settings, build_id: int) -> None:
        """Build a release."""

    def erase(self, settings: Settings, erasure_id: int) -> None:
        """Erase somebody's records."""

    def retain(self, settings: Settings) -> None:
        """Remove what was kept long enough."""

    def recover(self, settings: Settings) -> None:
        """Find what got lost."""


def job_queue(settings: Settings, work: Work | None = None) -> JobQueue:
    """The queue of an installation, in a file of its home folder.

    Only the worker gives `work`; all others put jobs in.
    """
    settings.home_dir.mkdir(parents=True, exist_ok=True)
    return _open(settings.home_dir / "jobs.sqlite", _Jobs(settings, work))


@dataclass(frozen=True, eq=False)
class _Jobs:
    """The jobs by name; huey names a job by this module and the name of its method."""

    settings: Settings
    work: Work | None

    def check(self, upload_id: str) -> None:
        self._work.check(self.settings, upload_id)

    def accept(self, acceptance_id: int) -> None:
        self._work.accept(self.settings, acceptance_id)

    def build(self, build_id: int) -> None:
        self._work.build(self.settings, build_id)

    def erase(self, erasure_id: int) -> None:
        self._work.erase(self.settings, erasure_id)

    def retain(self) -> None:
        self._work.retain(self.settings)

    def recover(self) -> None:
        self._work.recover(self.settings)

    @property
    def _work(self) -> Work:
        if self.work is None:
            raise RuntimeError("only the worker takes jobs out of the queue")
        return self.work

    # Equal settings share a queue.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Jobs) and (other.settings, other.work) == (
            self.settings,
            self.work,
        )

    def __hash__(self) -> int:
        return hash(self.settings.home_dir)


@cache
def _open(file: Path, jobs: _Jobs) -> JobQueue:
    huey = SqliteHuey("eropaf", filename=str(file), results=False, timeout=BUSY_SECONDS)
    huey.periodic_task(crontab(), name="recover")(jobs.recover)
    night = crontab(minute="30", hour=str(NIGHT_HOUR))
    huey.periodic_task(night, name="retain")(jobs.retain)
    return JobQueue(
        huey,
        check_job=huey.task(name="check")(jobs.check),
        accept_job=huey.task(name="accept")(jobs.accept),
        build_job=huey.task(name="build")(jobs.build),
        erase_job=huey.task(name="erase")(jobs.erase),
    )
