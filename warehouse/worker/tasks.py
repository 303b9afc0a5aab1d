"""What the worker's jobs do: the one module that knows all work in the background."""

from contextlib import suppress
from threading import Lock

from warehouse.deliveries import acceptances
from warehouse.deliveries.uploads.check_upload import check_upload
from warehouse.erasure import service as erasures
from warehouse.erasure.retention.apply import apply_at_night
from warehouse.releases.lock import BuildRunningError
from warehouse.settings import Settings
from warehouse.worker.recovery import recover
from warehouse.worker.run_builds import run_build

_GATE = Lock()
"""Great Expectations keeps its project in one place for the whole process."""


class Tasks:
    """The work behind the jobs of `warehouse.jobs.queue`."""

    def check(self, settings: Settings, upload_id: str) -> None:
        """Run the gate on an upload."""
        with _GATE:
            check_upload(settings, upload_id)

    def accept(self, settings: Settings, acceptance_id: int) -> None:
        """Carry an acceptance out."""
        with _GATE:
            acceptances.carry_out(settings, acceptance_id)

    def build(self, settings: Settings, build_id: int) -> None:
        """Build a release, in a process of its own."""
        run_build(settings, build_id)

    def erase(self, settings: Settings, erasure_id: int) -> None:
        """Erase somebody's records, unless a release is built: then a minute later."""
        with suppress(BuildRunningError):
            erasures.carry_out(settings, erasure_id)

    def retain(self, settings: Settings) -> None:
        """Remove what was kept long enough."""
        apply_at_night(settings)

    def recover(self, settings: Settings) -> None:
        """Find what got lost."""
        recover(settings)


TASKS = Tasks()
