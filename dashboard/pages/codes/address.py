"""Which text of the work list an address is about."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_KEYS = {
    "code_list": "list",
    "format": "format",
    "district": "in",
    "source_code": "text",
}
"""The parts of a text's key, and their names in the address."""


@dataclass(frozen=True)
class CodeWish:
    """The key of a text on the work list; None where nobody said it."""

    code_list: str | None = None
    format: str | None = None
    district: str | None = None
    source_code: str | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "CodeWish":
        """Read the address."""
        return cls(**{name: query.get(key) for name, key in _KEYS.items()})

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "CodeWish":
        """The wish for a row of the work list."""
        return cls(**{name: row[name] for name in _KEYS})

    def find(self, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
        """The row that is meant, when it is on the list."""
        return next((row for row in rows if CodeWish.of(row) == self), None)

    def as_query(self) -> dict[str, object]:
        """The address of the text."""
        return {_KEYS[name]: value for name, value in asdict(self).items()}
