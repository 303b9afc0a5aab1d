"""Lets who reads a delivery hear how far it is, without every reader knowing whom."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Listener:
    """What is called when a format is recognised, and with every batch of rows."""

    recognised: Callable[[str], None]
    rows: Callable[[int], None]


_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have `listener` called by whatever is read inside the block."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell_recognised(format_name: str) -> None:
    """Tell that the file is of this format."""
    if listener := _listener.get():
        listener.recognised(format_name)


def tell_rows(count: int) -> None:
    """Tell that so many more rows were read."""
    if listener := _listener.get():
        listener.rows(count)
