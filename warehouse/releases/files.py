"""Writing files so that a crash leaves the old one or the new one, never half."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sync_file(path: Path) -> None:
    """Have a file's bytes on the disk, not only in memory."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have a folder's entries (renames, links) on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def switch_link(link: Path, target: Path) -> None:
    """Point a relative symbolic link at `target` by one atomic rename."""
    aside = link.with_name(f".{link.name}.new")
    aside.unlink(missing_ok=True)
    aside.symlink_to(target.relative_to(link.parent))
    aside.replace(link)
    sync_folder(link.parent)


@contextmanager
def exclusive_lock(path: Path, wait: bool = True) -> Iterator[int]:
    """Hold a lock that the operating system frees when its holder dies.

    Gives the descriptor: a process that inherits it holds the lock too.

    Raises BlockingIOError when somebody else holds it and `wait` is false.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield file.fileno()
