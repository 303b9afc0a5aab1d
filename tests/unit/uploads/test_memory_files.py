"""An uploaded file stays in memory, within its limit, and cannot be changed."""

import io
import os

import pytest

from warehouse.deliveries.uploads.memory import (
    CHUNK_BYTES,
    TooLargeError,
    take_into_memory,
)

MEGABYTE = 1024 * 1024


def test_every_byte_arrives_and_no_path_leads_to_it():
    content = os.urandom(3 * CHUNK_BYTES + 7)
    file = take_into_memory(io.BytesIO(content), MEGABYTE)
    try:
        path = f"/proc/self/fd/{file.descriptor}"
        with open(path, "rb") as again:
            assert again.read() == content
        assert file.size == len(content)
        assert os.readlink(path).startswith("/memfd:")
    finally:
        file.close()


def test_nobody_can_change_it_any_more():
    file = take_into_memory(io.BytesIO(b"x" * 10), MEGABYTE)
    try:
        with pytest.raises(PermissionError):
            os.pwrite(file.descriptor, b"y", 0)
    finally:
        file.close()


def test_a_file_that_is_too_large_is_not_taken_to_the_end(monkeypatch):
    class Endless:
        taken = 0

        def read(self, size, /):
            self.taken += size
            return b"x" * size

    before = len(os.listdir("/proc/self/fd"))
    stream = Endless()
    with pytest.raises(TooLargeError) as caught:
        take_into_memory(stream, MEGABYTE)
    assert stream.taken <= MEGABYTE + CHUNK_BYTES
    assert "1 MB" in caught.value.message("nl")
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_limit_is_the_last_size_that_is_taken():
    file = take_into_memory(io.BytesIO(b"x" * MEGABYTE), MEGABYTE)
    file.close()
    assert file.size == MEGABYTE
