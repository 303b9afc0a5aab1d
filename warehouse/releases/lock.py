"""One build at a time: a lock that the operating system frees when its holder dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import UserError


@contextmanager
def build_lock(home: Path) -> Iterator[None]:
    """Hold the right to build and publish; UserError when somebody else has it."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "build.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UserError(
                "Er wordt al een uitgave gemaakt. Probeer het straks opnieuw.",
                "A release is being built already. Try again in a moment.",
            ) from None
        yield
