"""An uploaded file in memory only: it holds identifiers, and never gets a name."""

import fcntl
import os
from dataclasses import dataclass
from typing import Protocol

from warehouse.errors import RefusedError
from warehouse.messages import message

CHUNK_BYTES = 256 * 1024
MEGABYTE = 1024 * 1024


class Stream(Protocol):
    """What gives the bytes of a request, some at a time."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


class TooLargeError(RefusedError):
    """A file is larger than the settings allow."""


@dataclass(frozen=True)
class MemoryFile:
    """An anonymous file of the operating system that nobody can change any more."""

    descriptor: int
    size: int

    def close(self) -> None:
        """Give the memory back, once nobody else has the file open."""
        os.close(self.descriptor)


def take_into_memory(stream: Stream, most_bytes: int) -> MemoryFile:
    """Copy a stream into memory, a chunk at a time.

    Raises TooLargeError as soon as there are more than `most_bytes`.
    """
    descriptor = os.memfd_create("upload", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        size = 0
        while chunk := stream.read(CHUNK_BYTES):
            size += len(chunk)
            if size > most_bytes:
                raise too_large(most_bytes)
            _write(descriptor, chunk)
        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals | fcntl.F_SEAL_SEAL)
    except BaseException:
        os.close(descriptor)
        raise
    return MemoryFile(descriptor, size)


def too_large(most_bytes: int) -> TooLargeError:
    """The refusal of a file of more than `most_bytes`."""
    told = message("file.too_large", limit=most_bytes // MEGABYTE)
    return TooLargeError(told.nl, told.en)


def _write(descriptor: int, chunk: bytes) -> None:
    rest = memoryview(chunk)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
