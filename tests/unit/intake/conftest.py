"""A private home folder, and reading a file that a test has just written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from warehouse.intake import ReadDelivery, read_delivery
from warehouse.settings import Settings


@pytest.fixture
def settings(tmp_path, monkeypatch) -> Settings:
    """Settings of an installation of its own, with the key made at first use."""
    monkeypatch.chdir(tmp_path)
    return Settings(home=tmp_path / "home")


@pytest.fixture
def take_in(settings, tmp_path) -> Callable[..., ReadDelivery]:
    """Read a file given as bytes or as a path."""

    def take(content: bytes | Path, **options) -> ReadDelivery:
        path = content
        if isinstance(content, bytes):
            path = tmp_path / "delivery.bin"
            path.write_bytes(content)
        return read_delivery(path, settings, **options)

    return take
