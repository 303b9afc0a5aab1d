"""Replacing identifiers by pseudonyms before anything reaches the disk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from seeds.formats import Column
from warehouse.intake.columns import Records
from warehouse.intake.conversions import Conversions
from warehouse.privacy.pseudonyms import Pseudonyms, normalise

POSTCODE_DIGITS = 4
CENTURY = 100
THIS_CENTURY = 2000
LEAP_DAY = (2, 29)


@dataclass(frozen=True, repr=False)
class Identity:
    """The identifier columns as pseudonyms, and the two parts that survive."""

    pseudonyms: Mapping[str, pa.Array]
    birth_year: pa.Array
    postcode4: pa.Array
    unreadable: pa.Array


def pseudonymise(
    records: Records, pseudonyms: Pseudonyms, conversions: Conversions
) -> Identity:
    """Pseudonyms of every identifier column that was delivered."""
    birth_year = postcode4 = pa.nulls(len(records), pa.string())
    landed: dict[str, pa.Array] = {}
    unreadable: dict[str, pa.Array] = {}
    delivered = _delivered(records, "identifier")
    missing = pa.array(
        list(conversions.missing(_distinct(delivered.values()))), pa.string()
    )
    for column, texts in delivered.items():
        present = pc.if_else(
            pc.is_in(texts, missing), pa.scalar(None, pa.string()), texts
        )
        normal = _normalised(column, present, records, conversions)
        make = partial(pseudonyms.pseudonym, str(column.pseudonym))
        landed[column.name] = _mapped(normal, make)
        unreadable[column.name] = pc.and_(present.is_valid(), normal.is_null())
        if column.pseudonym == "birth_date":
            birth_year = pc.utf8_slice_codeunits(normal, 0, 4)
        elif column.pseudonym == "postcode":
            postcode4 = pc.utf8_slice_codeunits(normal, 0, POSTCODE_DIGITS)
    return Identity(
        landed, birth_year, postcode4, _joined_names(unreadable, len(records))
    )


def _delivered(records: Records, kind: str) -> dict[Column, pa.Array]:
    """The delivered columns of a kind with their texts."""
    return {
        column: texts
        for column in records.header.format.columns
        if column.kind == kind and (texts := records.column(column.name)) is not None
    }


def _without(texts: pa.Array, missing: set[str]) -> pa.Array:
    is_missing = pc.is_in(texts, pa.array(list(missing), pa.string()))
    return pc.if_else(is_missing, pa.scalar(None, pa.string()), texts)


def _normalised(
    column: Column, texts: pa.Array, records: Records, conversions: Conversions
) -> pa.Array:
    space = str(column.pseudonym)
    if space != "birth_date":
        return _mapped(texts, partial(normalise, space))
    return _birth_dates(texts, records, conversions)


def _birth_dates(
    texts: pa.Array, records: Records, conversions: Conversions
) -> pa.Array:
    """ISO birth dates; null when unreadable or in the future."""
    born = conversions.read_dates(_distinct([texts]))
    rows = [born.get(text) for text in texts.to_pylist()]
    today = datetime.now(tz=UTC).date()
    short = {text for text, day in born.items() if _has_short_year(text, day)}
    doubtful = [row for row, text in enumerate(texts.to_pylist()) if text in short]
    first_dates = _first_dates(doubtful, records, conversions)
    for row in doubtful:
        rows[row] = _not_after(rows[row], first_dates.get(row, today))
    return pa.array(
        [day.isoformat() if day and day <= today else None for day in rows],
        pa.string(),
    )


def _has_short_year(text: str, day: date) -> bool:
    """Whether the century was a guess that may prove too late."""
    in_this_century = day.year >= THIS_CENTURY
    return in_this_century and str(day.year) not in text and not text.isdigit()


def _first_dates(
    rows: Sequence[int], records: Records, conversions: Conversions
) -> dict[int, date]:
    """The earliest readable date in each of `rows`, of those that have one."""
    first: dict[int, date] = {}
    if not rows:
        return first
    places = pa.array(rows)
    cells = [texts.take(places) for texts in _delivered(records, "date").values()]
    dates = conversions.read_dates(_distinct(cells))
    for column in cells:
        for row, text in zip(rows, column.to_pylist(), strict=True):
            if text in dates:
                first[row] = min(first.get(row, date.max), dates[text])
    return first


def _not_after(born: date | None, latest: date) -> date | None:
    """`born`, a century earlier when it lies after `latest`.

    Nobody is born after what happened to him: `12-05-25` in 2007 is 1925.
    """
    if born is None or born <= latest:
        return born
    day = 28 if (born.month, born.day) == LEAP_DAY else born.day
    return born.replace(year=born.year - CENTURY, day=day)


def _mapped(texts: pa.Array, change: Callable[[str], str | None]) -> pa.Array:
    """Each text changed once, however often it occurs."""
    encoded = texts.dictionary_encode()
    changed = [change(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(changed, pa.string()).take(encoded.indices)


def _distinct(columns: Iterable[pa.Array]) -> set[str]:
    return {text for column in columns for text in column.unique().to_pylist() if text}


def _joined_names(flags: Mapping[str, pa.Array], height: int) -> pa.Array:
    """The names of the flagged columns of each row, separated by commas."""
    names: dict[int, list[str]] = {}
    for name, flag in flags.items():
        for row in pc.indices_nonzero(flag).to_pylist():
            names.setdefault(row, []).append(name)
    return pa.array(
        [",".join(names[row]) if row in names else None for row in range(height)],
        pa.string(),
    )
