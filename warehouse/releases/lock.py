"""One build at a time; a dead builder's lock is free."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from warehouse.messages import user_error
from warehouse.releases.files import exclusive_lock


@contextmanager
def build_lock(home: Path) -> Iterator[None]:
    """Hold the right to build and publish; UserError when somebody else has it."""
    with ExitStack() as stack:
        try:
            stack.enter_context(exclusive_lock(home / "build.lock", wait=False))
        except BlockingIOError:
            raise user_error("release.build_running") from None
        yield
