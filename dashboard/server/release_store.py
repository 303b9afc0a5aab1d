"""Read-only access to the current release, which is a link that moves on."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb

Row = dict[str, Any]
Found = TypeVar("Found")

_ATTEMPTS = 3
_REMEMBERED_ANSWERS = 4096
_REMEMBERED_VALUES = 1_000_000
"""A value of a view takes about a fifth of a KB: some 220 MB in all."""


def release_id(file: str) -> str:
    """Return the id of a release from the path of its file: its folder's name."""
    return Path(file).parent.name


class NoReleaseError(Exception):
    """No release has been published yet, or the link leads nowhere."""


class Release:
    """One published release; everything read from it belongs together."""

    def __init__(self, file: str) -> None:
        """Open `file` read-only; raises `duckdb.IOException` when it is gone."""
        self.file = file
        self.id = release_id(file)
        # One thread a query: many people click at once, and tables are small.
        self._connection = duckdb.connect(file, read_only=True, config={"threads": 1})
        self._memory: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._weight = 0
        self._memory_lock = threading.Lock()
        self._searches: dict[Hashable, threading.Lock] = {}

    def remember(
        self,
        key: Hashable,
        find: Callable[[], Found],
        values_in: Callable[[Found], int] = lambda _found: 0,
    ) -> Found:
        """Return what `find` found for `key`; the least used answers are forgotten.

        A release never changes, so an answer holds as long as the release does. The
        answer is shared: who gets it must not change it. Who asks while it is being
        found waits for it. `values_in` counts the values that an answer holds, so
        that large answers take the place of many small ones.
        """
        with self._memory_lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                return cast("Found", self._memory[key][0])
            search = self._searches.setdefault(key, threading.Lock())
        with search:
            with self._memory_lock:
                if key in self._memory:
                    return cast("Found", self._memory[key][0])
            found = find()
            self._keep(key, found, values_in(found))
        return found

    def _keep(self, key: Hashable, found: object, weight: int) -> None:
        with self._memory_lock:
            self._searches.pop(key, None)
            self._memory[key] = found, weight
            self._weight += weight
            while (
                len(self._memory) > _REMEMBERED_ANSWERS
                or self._weight > _REMEMBERED_VALUES
            ):
                _oldest, (_found, weight) = self._memory.popitem(last=False)
                self._weight -= weight

    def rows(self, sql: str, parameters: Row | None = None) -> list[Row]:
        """Run `sql` with named, bound `parameters` and return its rows."""
        cursor = self._connection.cursor()
        result = cursor.execute(sql, parameters or {})
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def has_table(self, schema: str, table: str) -> bool:
        """Tell whether the release holds this table or view."""
        found = self.rows(
            "select 1 from information_schema.tables"
            " where table_schema = $schema and table_name = $table",
            {"schema": schema, "table": table},
        )
        return bool(found)


class Store:
    """Keeps the current release open and follows the link without a restart.

    DuckDB keeps databases by their canonical path, so the link is resolved here.
    An old release is dropped, never closed: a request may still be reading it.
    """

    def __init__(
        self, link: Path, prepare: Callable[[Release], None] | None = None
    ) -> None:
        """Remember the link; nothing is opened before the first question.

        `prepare` is called with every release before anybody gets it.
        """
        self._link = link
        self._prepare = prepare
        self._lock = threading.Lock()
        self._release: Release | None = None

    def current_id(self) -> str | None:
        """Return the id of the published release, or None without one."""
        file = os.path.realpath(self._link)
        return release_id(file) if Path(file).exists() else None

    def current(self) -> Release:
        """Return the published release; raises `NoReleaseError` without one."""
        release = self._release
        if release and release.file == os.path.realpath(self._link):
            return release
        with self._lock:
            return self._follow()

    def _follow(self) -> Release:
        error: Exception | None = None
        for _ in range(_ATTEMPTS):
            file = os.path.realpath(self._link)
            if self._release and self._release.file == file:
                return self._release
            try:
                found = Release(file)
            except duckdb.IOException as problem:
                error = problem  # the link moved on between looking and opening
                continue
            if self._prepare:
                self._prepare(found)
            self._release = found
            return found
        if self._release:
            return self._release
        raise NoReleaseError("no release has been published") from error
