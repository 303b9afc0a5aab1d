"""Counters of requests in a small SQLite file, shared by the workers of one server.

`limits` knows storages in memory, which count per process, and servers such as Redis,
which would be one more thing to run. The file holds nothing worth keeping: counts of
the present minute, under a hash.
"""

import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

from limits.storage import Storage

SCHEME = "eropaf-counts"

_TABLE = (
    "create table if not exists counts (key text primary key, amount integer not null,"
    " expires real not null) without rowid"
)
# One statement, so that two processes never count the same request twice.
_COUNT = """
    insert into counts values (:key, :amount, :now + :seconds)
    on conflict (key) do update set
        amount = case when expires <= :now then :amount else amount + :amount end,
        expires = case when expires <= :now then :now + :seconds else expires end
    returning amount
"""
_BUSY_SECONDS = 5


class SharedCounts(Storage):
    """A storage of `limits`, at an address such as `eropaf-counts:///path/file`."""

    STORAGE_SCHEME = [SCHEME]  # noqa: RUF012  the base class declares a plain list

    def __init__(self, uri: str, wrap_exceptions: bool = False, **_: object) -> None:
        """Remember the file; each thread opens it by itself."""
        super().__init__(uri, wrap_exceptions=wrap_exceptions)
        self._file = uri.removeprefix(f"{SCHEME}://")
        self._threads = threading.local()

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong."""
        return sqlite3.Error

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, and return the count within the span of `expiry` seconds."""
        now = time.time()
        values = {"key": key, "amount": amount, "now": now, "seconds": expiry}
        return int(self._run(_COUNT, values)[0][0])

    def get(self, key: str) -> int:
        """Return the present count."""
        query = "select amount from counts where key = :key and expires > :now"
        rows = self._run(query, {"key": key, "now": time.time()})
        return int(rows[0][0]) if rows else 0

    def get_expiry(self, key: str) -> float:
        """Return when the count begins anew, in seconds since the epoch."""
        rows = self._run("select expires from counts where key = :key", {"key": key})
        return float(rows[0][0]) if rows else time.time()

    def check(self) -> bool:
        """Tell whether the file can be read."""
        return self._run("select 1", {}) == [(1,)]

    def reset(self) -> int:
        """Forget every count; return how many there were."""
        return len(self._run("delete from counts returning 1", {}))

    def clear(self, key: str) -> None:
        """Forget one count."""
        self._run("delete from counts where key = :key", {"key": key})

    def sweep(self) -> None:
        """Forget the counts whose time is over."""
        self._run("delete from counts where expires <= :now", {"now": time.time()})

    def _run(self, statement: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        return self._connection().execute(statement, values).fetchall()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._threads, "open", None)
        if connection is None:
            Path(self._file).parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._file, timeout=_BUSY_SECONDS, isolation_level=None
            )
            # Lost counts after a power cut hurt nobody; waiting for the disk would.
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = off")
            connection.execute(_TABLE)
            self._threads.open = connection
        return connection
