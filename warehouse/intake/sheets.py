"""A sheet as rows of texts with the row numbers that the user sees."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from warehouse.errors import RefusedError
from warehouse.messages import message
from warehouse.privacy.personal_data import safe_label

HEADER_SEARCHED = 30


class UnclosedQuoteError(RefusedError):
    """The text ends within a quoted field that began on an earlier row."""

    def __init__(self, row: int) -> None:
        reason = message("text.unclosed_quote", row=row)
        super().__init__(reason.nl, reason.en)


class Row(NamedTuple):
    """One row: its number in the file, counted from 1, and its trimmed cells."""

    number: int
    cells: Sequence[str]

    def __repr__(self) -> str:
        return f"Row({self.number}, {len(self.cells)} cells)"


@dataclass(frozen=True, repr=False)
class Sheet:
    """A named sheet, or a text file (`name` is None); `rows` starts afresh."""

    name: str | None
    rows: Callable[[], Iterator[Row]]
    is_hidden: bool = False

    def __repr__(self) -> str:
        return f"Sheet({self.name!r})"

    def head(self) -> list[Row]:
        """The first thirty filled rows, among which a header is sought.

        A quote that never closes ends them early; reading on will refuse it.
        """
        found: list[Row] = []
        with suppress(UnclosedQuoteError):
            for row in self.rows():
                if len(found) >= HEADER_SEARCHED:
                    break
                if any(row.cells):
                    found.append(row)
        return found


def places(name: str | None) -> dict[str, str]:
    """How a message in either language refers to a sheet or to a text file."""
    if name is None:
        return {"where_nl": "het bestand", "where_en": "the file"}
    label = safe_label(name)
    return {"where_nl": f"blad '{label}'", "where_en": f"sheet '{label}'"}
