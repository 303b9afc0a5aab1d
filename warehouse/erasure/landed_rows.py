"""The keys of the rows of a landing table, as its format declares them."""

from collections.abc import Iterator, Sequence

import pyarrow as pa

from seeds.formats import Column, Format
from warehouse.erasure.marks import Keys
from warehouse.privacy.pseudonyms import Pseudonyms

Row = tuple[str | None, int]
"""A row of a delivery: its sheet, null in a text file, and its number."""


def rows_of(table: pa.Table) -> list[Row]:
    """Sheet and number of each row of a landing table."""
    sheets, numbers = table.column("sheet"), table.column("row_number")
    return list(zip(sheets.to_pylist(), numbers.to_pylist(), strict=True))


def keys_of(
    table: pa.Table,
    source_format: Format,
    delivery_id: str,
    district: str | None,
    pseudonyms: Pseudonyms,
) -> Iterator[Keys]:
    """The keys of each row of a landing table, in its order."""
    present = [one for one in source_format.columns if one.name in table.column_names]
    columns = [one for one in present if one.pseudonym or _is_number(one)]
    postcodes = _short_postcodes(table, pseudonyms)
    cells = [table.column(column.name).to_pylist() for column in columns]
    for position, short_postcode in enumerate(postcodes):
        keys = _of_row(columns, [column[position] for column in cells])
        if keys.get("postcode") == short_postcode:
            keys.pop("postcode", None)
        yield Keys(delivery_id, district, **_named(source_format, keys))


def signal_number(text: str | None) -> str | None:
    """The one spelling of a signal's number; None for a text that is none."""
    compact = "".join((text or "").upper().split()).removesuffix(".0")
    return compact if any(map(str.isdigit, compact)) else None


def _is_number(column: Column) -> bool:
    """Whether a column holds the number of a signal, its own or another's.

    A number that need not be there, such as the position on a list, is none.
    """
    _entity, _dot, field = (column.field or "").partition(".")
    return field in ("signal_number", "signal_key") or _is_own_number(column)


def _is_own_number(column: Column) -> bool:
    return column.field == "signals.source_number" and column.required


def _of_row(columns: Sequence[Column], row: Sequence[str | None]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, text in zip(columns, row, strict=True):
        if not text:
            continue
        if column.pseudonym:
            found[column.pseudonym] = text
        elif number := signal_number(text):
            found["own" if _is_own_number(column) else "other"] = number
    return found


def _named(source_format: Format, found: dict[str, str]) -> dict[str, str]:
    """What was found by the names of `Keys`."""
    own, other = found.pop("own", None), found.pop("other", None)
    if own:
        return found | {"number": own, "format": source_format.name}
    return found | {"number": other} if other else found


def _short_postcodes(table: pa.Table, pseudonyms: Pseudonyms) -> list[str | None]:
    """What each row's postcode would be, were it only its four digits.

    Thousands live behind those: they say nothing about who somebody is.
    """
    digits = table.column("postcode4").to_pylist()
    return [pseudonyms.pseudonym("postcode", one) if one else None for one in digits]
