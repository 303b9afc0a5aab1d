"""One build at a time; a dead builder's lock is free."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from warehouse.errors import UserError
from warehouse.messages import message
from warehouse.releases.files import exclusive_lock


class BuildRunningError(UserError):
    """Somebody else is building or publishing."""


@contextmanager
def build_lock(home: Path) -> Iterator[None]:
    """Hold the right to build and publish.

    Raises BuildRunningError when somebody else has it.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(exclusive_lock(home / "build.lock", wait=False))
        except BlockingIOError:
            told = message("release.build_running")
            raise BuildRunningError(told.nl, told.en) from None
        yield
