"""From a delivery file to its landing table: the one way into the warehouse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from seeds.formats import Format, formats
from warehouse.intake.columns import Records, read_records
from warehouse.intake.content import Kind, recognise_content
from warehouse.intake.conversions import Conversions
from warehouse.intake.crosstab import Crosstab, find_crosstabs
from warehouse.intake.crosstab_rows import unpivot
from warehouse.intake.ddas.records import read_ddas
from warehouse.intake.extras import collect_extras
from warehouse.intake.facts import Facts, find_facts, sheet_months
from warehouse.intake.identity import pseudonymise
from warehouse.intake.json_files import json_format, parse_json
from warehouse.intake.landing import (
    join_sheets,
    landing_table,
    name_month,
    write_landing,
)
from warehouse.intake.notes import note_columns, note_leftovers
from warehouse.intake.progress import tell_recognised
from warehouse.intake.recognition import known_formats, recognise
from warehouse.intake.sheets import Sheet
from warehouse.intake.text_files import text_sheets
from warehouse.intake.workbooks import workbook_sheets
from warehouse.messages import Message, refused, user_error
from warehouse.privacy.pseudonyms import Pseudonyms, load_pseudonyms
from warehouse.settings import Settings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, repr=False)
class ReadDelivery:
    """A delivery as a table of texts in which nobody can be recognised.

    `table` has the landing columns; `ignored_rows` counts totals, notes and repeated
    headers; `fingerprint` is the same for the same bytes.
    """

    format: Format
    table: pa.Table
    delivered_columns: tuple[str, ...]
    ignored_rows: int
    notes: tuple[Message, ...]
    facts: Facts
    fingerprint: str

    @property
    def records(self) -> int:
        """The number of records read."""
        return len(self.table)

    def __repr__(self) -> str:
        return f"ReadDelivery({self.format.name}, {self.records} records)"


@dataclass(frozen=True, repr=False)
class _Taken:
    """What reading a file of any shape gives; `periods` are months that it names."""

    format: Format
    table: pa.Table
    delivered_columns: tuple[str, ...]
    ignored_rows: int
    notes: tuple[Message, ...]
    parts: tuple[Records, ...] = ()
    periods: tuple[date, ...] = ()


def read_delivery(
    path: Path,
    settings: Settings,
    format_name: str | None = None,
    period: date | None = None,
) -> ReadDelivery:
    """Read a delivery file; nothing is written but, the first time, the key.

    `format_name` overrules recognition; `period` gives the year that a heading or a
    sheet's name leaves out. Raises RefusedError when the file cannot be taken in and
    UserError for an unknown format.
    """
    known = known_formats(formats().values(), format_name)
    pseudonyms = load_pseudonyms(settings)
    content = _content(path, settings)
    kind = recognise_content(content, settings)
    with Conversions() as conversions:
        if kind == "json":
            taken = _take_json(content, known, settings, pseudonyms, conversions)
        else:
            sheets, tables = _sheets(content, kind), _tables(known)
            if crosstabs := find_crosstabs(sheets, tables):
                taken = _take_crosstabs(crosstabs, period, conversions)
            else:
                taken = _take_records(
                    sheets, tables, settings, pseudonyms, conversions, period=period
                )
    if not len(taken.table):
        raise refused("rows.no_signals" if kind == "json" else "rows.none")
    facts = find_facts(taken.format, _that_count(taken.table), taken.parts, period)
    return ReadDelivery(
        format=taken.format,
        table=taken.table,
        delivered_columns=taken.delivered_columns,
        ignored_rows=taken.ignored_rows,
        notes=taken.notes,
        facts=replace(facts, periods=taken.periods or facts.periods),
        fingerprint=pseudonyms.fingerprint(content),
    )


def land(delivery: ReadDelivery, path: Path, delivery_id: str | None = None) -> None:
    """Write the delivery to `path`, named after the file unless told otherwise."""
    write_landing(delivery.table, path, delivery_id or path.stem)


def _content(path: Path, settings: Settings) -> bytes:
    if not path.is_file():
        raise user_error("file.not_found")
    if path.stat().st_size > settings.max_upload_mb * MEGABYTE:
        raise refused("file.too_large", limit=settings.max_upload_mb)
    return path.read_bytes()


def _sheets(content: bytes, kind: Kind) -> list[Sheet]:
    return workbook_sheets(content) if kind == "workbook" else text_sheets(content)


def _tables(known: Sequence[Format]) -> list[Format]:
    """The formats that a table can have; RefusedError when there are none."""
    found = [each for each in known if each.shape != "json"]
    if not found:
        raise refused("json.no_json")
    return found


def _take_json(
    content: bytes,
    known: Sequence[Format],
    settings: Settings,
    pseudonyms: Pseudonyms,
    conversions: Conversions,
) -> _Taken:
    """The records of a JSON file."""
    document = parse_json(content)
    format_ = json_format(document, known)
    tell_recognised(format_.name)
    read = read_ddas(document, format_, settings, pseudonyms, conversions)
    return _Taken(
        format=format_,
        table=read.table,
        delivered_columns=read.delivered_columns,
        ignored_rows=0,
        notes=read.notes,
        periods=read.periods,
    )


def _take_records(
    sheets: Sequence[Sheet],
    known: Sequence[Format],
    settings: Settings,
    pseudonyms: Pseudonyms,
    conversions: Conversions,
    *,
    period: date | None,
) -> _Taken:
    """The records of every sheet that has the header of the best format."""
    recognised = recognise(sheets, known)
    tell_recognised(recognised.format.name)
    parts, tables, notes = [], [], list(recognised.notes)
    for sheet, header in recognised.sheets:
        records = read_records(sheet, header, settings.max_rows)
        extras = collect_extras(records)
        left = records.leftovers
        notes.extend(
            note_leftovers(sheet.name, left.totals, left.notes, left.repeated_headers)
        )
        notes.extend(note_columns(records, extras))
        identity = pseudonymise(records, pseudonyms, conversions)
        tables.append(
            landing_table(
                records,
                identity,
                extras,
                conversions,
                keep_free_text=settings.keep_free_text,
            )
        )
        parts.append(records)
    delivered = {name for part in parts for name in part.header.positions}
    if recognised.format.shape == "sheets":
        months = sheet_months(parts, period)
        tables = [name_month(*pair) for pair in zip(tables, months, strict=True)]
    return _Taken(
        format=recognised.format,
        table=join_sheets(recognised.format, tables),
        delivered_columns=_in_order(recognised.format, delivered),
        ignored_rows=sum(part.leftovers.count for part in parts),
        notes=tuple(notes),
        parts=tuple(parts),
    )


def _take_crosstabs(
    crosstabs: Sequence[Crosstab], period: date | None, conversions: Conversions
) -> _Taken:
    """The records of every sheet that is laid out as a crosstab."""
    tell_recognised(crosstabs[0].format.name)
    read = [unpivot(crosstab, period, conversions) for crosstab in crosstabs]
    notes = [
        note
        for crosstab, part in zip(crosstabs, read, strict=True)
        for note in note_leftovers(crosstab.sheet.name, part.totals, part.notes)
    ]
    format_ = crosstabs[0].format
    return _Taken(
        format=format_,
        table=pa.concat_tables(part.table for part in read),
        delivered_columns=tuple(column.name for column in format_.columns),
        ignored_rows=sum(part.totals + part.notes for part in read),
        notes=tuple(notes),
    )


def _that_count(table: pa.Table) -> pa.Table:
    return table.filter(pc.invert(table.column("is_test")))


def _in_order(format_: Format, names: set[str]) -> tuple[str, ...]:
    return tuple(column.name for column in format_.columns if column.name in names)
