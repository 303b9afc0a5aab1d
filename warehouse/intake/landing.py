"""The landing table of a delivery, and writing it as one Parquet file."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from seeds.formats import Column, Format
from warehouse.intake.columns import Records
from warehouse.intake.conversions import Conversions
from warehouse.intake.extras import Extras
from warehouse.intake.identity import Identity
from warehouse.intake.masking import safe_columns

ENTITY = "entity"
TEST = "test"


def landing_schema(format_: Format) -> pa.Schema:
    """The columns of a format's landing file, `delivery_id` first."""
    texts = [column.name for column in format_.columns]
    if format_.shape == "entities":
        texts.insert(0, ENTITY)
    return pa.schema(
        [
            pa.field("delivery_id", pa.string()),
            pa.field("sheet", pa.string()),
            pa.field("sheet_month", pa.string()),
            pa.field("row_number", pa.int64()),
            pa.field("is_test", pa.bool_()),
            *(pa.field(name, pa.string()) for name in texts),
            pa.field("birth_year", pa.string()),
            pa.field("postcode4", pa.string()),
            pa.field("unreadable_identifiers", pa.string()),
            pa.field("extra_columns", pa.string()),
        ]
    )


def landing_table(
    records: Records,
    identity: Identity,
    extras: Extras,
    conversions: Conversions,
    *,
    keep_free_text: bool,
) -> pa.Table:
    """The records of one sheet as they are landed; `delivery_id` is still null."""
    height = len(records)
    format_ = records.header.format
    nothing = pa.nulls(height, pa.string())
    columns = {
        **{column.name: nothing for column in format_.columns},
        **identity.pseudonyms,
        **safe_columns(_stored(records, keep_free_text), conversions),
        ENTITY: pa.array([format_.entity] * height, pa.string()),
        "delivery_id": nothing,
        "sheet": pa.array([records.sheet] * height, pa.string()),
        "sheet_month": nothing,
        "row_number": records.row_numbers,
        "is_test": mark_tests(records),
        "birth_year": identity.birth_year,
        "postcode4": identity.postcode4,
        "unreadable_identifiers": identity.unreadable,
        "extra_columns": extras.texts,
    }
    schema = landing_schema(format_)
    return pa.table([columns[name] for name in schema.names], schema=schema)


def join_sheets(format_: Format, tables: Iterable[pa.Table]) -> pa.Table:
    """The landing tables of the sheets below each other; what one lacks is null."""
    whole = landing_schema(format_).empty_table()
    return pa.concat_tables([whole, *tables], promote_options="default")


def name_month(table: pa.Table, month: date | None) -> pa.Table:
    """The landing table of a sheet that stands for a month (`2007-03`)."""
    text = month.strftime("%Y-%m") if month else None
    position = table.schema.get_field_index("sheet_month")
    return table.set_column(
        position, "sheet_month", pa.array([text] * len(table), pa.string())
    )


def mark_tests(records: Records) -> pa.Array:
    """True for each row in which a cell says test, or a key begins with it."""
    marked = pa.array([False] * len(records), pa.bool_())
    for flag in _test_flags(records):
        marked = pc.or_(marked, pc.fill_null(flag, False))
    return marked


def write_landing(table: pa.Table, path: Path, delivery_id: str) -> None:
    """Write a delivery's file aside, sync it and put it in place at once."""
    position = table.schema.get_field_index("delivery_id")
    named = table.set_column(
        position, "delivery_id", pa.array([delivery_id] * len(table), pa.string())
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        pq.write_table(named, aside, compression="zstd")
        _sync(aside)
        aside.replace(path)
        _sync(path.parent)
    finally:
        aside.unlink(missing_ok=True)


def _stored(records: Records, keep_free_text: bool) -> list[tuple[Column, pa.Array]]:
    """The delivered columns that are landed as they are written."""
    left_out = {"identifier"} if keep_free_text else {"identifier", "free_text"}
    return [
        (column, texts)
        for column in records.header.format.columns
        if column.kind not in left_out
        and (texts := records.column(column.name)) is not None
    ]


def _test_flags(records: Records) -> Iterator[pa.Array]:
    for cells in records.cells:
        yield pc.equal(pc.utf8_lower(cells), TEST)
    for column in records.header.format.columns:
        texts = records.column(column.name)
        is_key = column.kind == "text" and column.required
        is_number = column.kind == "identifier" and column.pseudonym != "name"
        if texts is not None and (is_key or is_number):
            yield pc.starts_with(pc.utf8_lower(texts), TEST)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
