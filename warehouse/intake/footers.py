"""Rows below a header that are no records: totals, notes, repeated headers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.intake.headers import Header

CODE_KINDS = frozenset({"code", "codes"})

TOTAL = r"(?i)^(?:sub|eind)?[ -]?(?:totaal|totalen|total|totals)\b"
# Short words that are also names and codes: only as the whole cell.
SUM = r"(?i)^(?:som|sum|tot\.?|gemiddeld|gemiddelde)[ :]*$"
NOTE = re.compile(
    r"^(?:\*|#|\()|^(?:opgesteld|opgemaakt|handtekening|ondertekening|paraaf|akkoord|"
    r"datum|plaats|bron|noot|n\.?b\.?|let op|toelichting|opmerking|opmerkingen|"
    r"legenda|afgedrukt|afdrukdatum|printdatum|pagina|versie|einde|vervolg|"
    r"verklaring)\b|^\S{1,3} ?= ?\S|:$",
    re.IGNORECASE,
)
FEWEST_WORDS_OF_A_NOTE = 3
MOST_CELLS_OF_A_NOTE = 3


@dataclass(frozen=True)
class Leftovers:
    """How many rows were left out, and which (`mask`: true for a leftover)."""

    totals: int
    notes: int
    repeated_headers: int
    mask: np.ndarray = field(repr=False, compare=False)

    @property
    def count(self) -> int:
        """All rows left out."""
        return self.totals + self.notes + self.repeated_headers


def find_leftovers(
    header: Header, columns: Sequence[pa.Array], numbers: Sequence[int]
) -> Leftovers:
    """Which of the filled rows, one value a column, are no records."""
    filled = _filled_matrix(columns, len(numbers))
    first = filled.argmax(axis=1) if len(columns) else np.zeros(0, dtype=int)
    totals = _totals(header, columns, filled, first)
    repeated = _repeated_headers(header, columns) & ~totals
    notes = _notes(header, columns, filled, totals | repeated)
    return Leftovers(
        totals=int(totals.sum()),
        notes=int(notes.sum()),
        repeated_headers=int(repeated.sum()),
        mask=totals | repeated | notes,
    )


def _filled_matrix(columns: Sequence[pa.Array], height: int) -> np.ndarray:
    filled = np.zeros((height, len(columns)), dtype=bool)
    for position, column in enumerate(columns):
        filled[:, position] = column.is_valid().to_numpy(zero_copy_only=False)
    return filled


def _totals(
    header: Header, columns: Sequence[pa.Array], filled: np.ndarray, first: np.ndarray
) -> np.ndarray:
    """Rows whose first filled cell says total; a bailiff's step SOM is none."""
    codes = {
        header.positions[column.name]
        for column in header.format.columns
        if column.kind in CODE_KINDS and column.name in header.positions
    }
    found = np.zeros(len(first), dtype=bool)
    for position in np.unique(first).tolist():
        is_first = first == position
        found |= is_first & _matches(columns[position], TOTAL)
        if position not in codes:
            short_rows = filled.sum(axis=1) * 2 <= len(header.positions)
            found |= is_first & short_rows & _matches(columns[position], SUM)
    return found


def _matches(column: pa.Array, pattern: str) -> np.ndarray:
    matched = pc.fill_null(pc.match_substring_regex(column, pattern), False)
    return matched.to_numpy(zero_copy_only=False)


def _repeated_headers(header: Header, columns: Sequence[pa.Array]) -> np.ndarray:
    """Rows that repeat every heading, as printed lists do on each page."""
    same = np.ones(len(columns[0]) if columns else 0, dtype=bool)
    for position in header.positions.values():
        heading = pc.utf8_lower(pa.scalar(header.headings[position]))
        equal = pc.fill_null(pc.equal(pc.utf8_lower(columns[position]), heading), False)
        same &= equal.to_numpy(zero_copy_only=False)
    return same


def _notes(
    header: Header,
    columns: Sequence[pa.Array],
    filled: np.ndarray,
    leftovers: np.ndarray,
) -> np.ndarray:
    """The rows at the very end that hold a remark instead of a record."""
    notes = np.zeros(len(leftovers), dtype=bool)
    required = {header.positions[column.name] for column in header.format.required}
    for row in range(len(leftovers) - 1, -1, -1):
        if leftovers[row]:
            continue
        places = np.flatnonzero(filled[row]).tolist()
        texts = [columns[place][row].as_py() for place in places]
        if not _is_note(texts, required - set(places), required):
            break
        notes[row] = True
    return notes


def _is_note(texts: Sequence[str], lacking: set[int], required: set[int]) -> bool:
    if not lacking or len(texts) > MOST_CELLS_OF_A_NOTE:
        return False
    says_so = NOTE.search(texts[0]) is not None
    if len(texts) > 1:
        # A signature: `Opgesteld door:` beside a name.
        return says_so
    is_sentence = len(texts[0].split()) >= FEWEST_WORDS_OF_A_NOTE
    return lacking == required or says_so or is_sentence
