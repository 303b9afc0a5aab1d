"""The signals of a DDAS file as a landing table in which nobody can be recognised."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from seeds.formats import Column, Format
from warehouse.intake.columns import Records
from warehouse.intake.conversions import Conversions
from warehouse.intake.ddas.model import ROOT, SHAPES
from warehouse.intake.ddas.problems import Problems, refusal
from warehouse.intake.ddas.reading import ReadDocument, read_document
from warehouse.intake.ddas.signals import Signal, signals_of
from warehouse.intake.ddas.values import ALL_CODES
from warehouse.intake.extras import Extras
from warehouse.intake.footers import Leftovers
from warehouse.intake.headers import Header
from warehouse.intake.identity import pseudonymise
from warehouse.intake.landing import landing_table
from warehouse.intake.masking import safe_columns
from warehouse.messages import Message, message, refused
from warehouse.privacy.pseudonyms import Pseudonyms
from warehouse.settings import Settings

ATTEMPTS = "contactpogingen"
VERSION = "versie"
ALWAYS = frozenset({VERSION, "gemeentecode", "id", "laatste_signaaldatum"})

# The keys of a contact attempt as columns, so that they are masked as columns are.
ATTEMPT_COLUMNS = tuple(
    Column(name=key.name, header=key.name, kind=key.kind)
    for key in SHAPES["contactpoging"]
)


@dataclass(frozen=True)
class DdasRecords:
    """The landing table of a DDAS file and what there is to tell about it.

    `periods` are the first days of the months in which the delivery begins and ends.
    """

    table: pa.Table = field(repr=False)
    delivered_columns: tuple[str, ...]
    notes: tuple[Message, ...]
    periods: tuple[date, ...]


def read_ddas(
    document: object,
    format_: Format,
    settings: Settings,
    pseudonyms: Pseudonyms,
    conversions: Conversions,
) -> DdasRecords:
    """One landing row a signal; RefusedError with the paths that are wrong."""
    read = read_document(document)
    if read.refusals:
        raise refusal(read.refusals)
    links = Problems()
    signals = signals_of(read, links)
    if len(signals) > settings.max_rows:
        raise refused("rows.too_many", limit=settings.max_rows)
    delivered = _delivered(format_, read)
    version = read.version.name
    lander = _Lander(format_, version, delivered, pseudonyms, conversions)
    parts = [lander.table(part) for part in _by_sheet(signals)]
    return DdasRecords(
        table=pa.concat_tables(parts) if parts else pa.table({}),
        delivered_columns=delivered,
        notes=(message("ddas.version", version=version), *read.notes, *links.told()),
        periods=_months(read, conversions),
    )


def _delivered(format_: Format, read: ReadDocument) -> tuple[str, ...]:
    """The columns whose key stands anywhere in the file, in the format's order."""
    keys = {name.partition(".")[2] for name in read.keys}
    return tuple(
        column.name
        for column in format_.columns
        if column.name in ALWAYS or _key_of(column) in keys
    )


def _key_of(column: Column) -> str:
    """The key of the model that fills a column: the last part of its heading."""
    return column.header.rpartition(".")[2]


def _by_sheet(signals: Sequence[Signal]) -> list[list[Signal]]:
    parts: dict[str, list[Signal]] = {}
    for signal in signals:
        parts.setdefault(signal.sheet, []).append(signal)
    return list(parts.values())


@dataclass(frozen=True, repr=False)
class _Lander:
    """Makes landing tables of the signals of one file."""

    format: Format
    version: str
    delivered: tuple[str, ...]
    pseudonyms: Pseudonyms
    conversions: Conversions

    def table(self, signals: Sequence[Signal]) -> pa.Table:
        """The landing table of the signals of one levering."""
        records = self._records(signals)
        table = landing_table(
            records,
            pseudonymise(records, self.pseudonyms, self.conversions),
            Extras(pa.nulls(len(signals), pa.string()), (), ()),
            self.conversions,
            keep_free_text=False,
        )
        for column in records.header.format.columns:
            if column.kind == "code" and column.name in self.delivered:
                safe = table.column(column.name).to_pylist()
                table = _with_texts(
                    table, column.name, self._codes(column, signals, safe)
                )
        attempts = _attempt_texts(signals, self.conversions)
        return _with_texts(table, ATTEMPTS, attempts)

    def _codes(
        self, column: Column, signals: Sequence[Signal], safe: list[str | None]
    ) -> list[str | None]:
        """Codes of the standard in full: no text of DDAS itself needs a mask."""
        key = _key_of(column)
        return [
            text if (text := signal.texts[key]) in ALL_CODES else masked
            for signal, masked in zip(signals, safe, strict=True)
        ]

    def _records(self, signals: Sequence[Signal]) -> Records:
        """The signals as if they stood below a header."""
        columns = [
            column
            for column in self.format.columns
            if column.name in self.delivered and column.name != ATTEMPTS
        ]
        return Records(
            sheet=signals[0].sheet,
            header=Header(
                format=self.format,
                row_number=0,
                headings=tuple(column.header for column in columns),
                positions={one.name: place for place, one in enumerate(columns)},
                doubles={},
            ),
            row_numbers=pa.array([one.row_number for one in signals], pa.int64()),
            cells=tuple(self._cells(column, signals) for column in columns),
            leftovers=Leftovers(0, 0, 0, np.zeros(len(signals), dtype=bool)),
            overflowing_rows=(),
        )

    def _cells(self, column: Column, signals: Sequence[Signal]) -> pa.Array:
        if column.name == VERSION:
            return pa.array([self.version] * len(signals), pa.string())
        key = _key_of(column)
        return pa.array([signal.texts[key] for signal in signals], pa.string())


def _with_texts(table: pa.Table, name: str, texts: list[str | None]) -> pa.Table:
    position = table.schema.get_field_index(name)
    field_ = table.schema.field(position)
    return table.set_column(position, field_, pa.array(texts, pa.string()))


def _attempt_texts(
    signals: Sequence[Signal], conversions: Conversions
) -> list[str | None]:
    """The contact attempts of each signal as JSON text; null when it has none."""
    attempts = [attempt for signal in signals for attempt in signal.attempts]
    columns = [
        (column, pa.array([one.get(column.name) for one in attempts], pa.string()))
        for column in ATTEMPT_COLUMNS
    ]
    safe = {
        name: texts.to_pylist()
        for name, texts in safe_columns(columns, conversions).items()
    }
    rows = iter(zip(*safe.values(), strict=True))
    return [
        json.dumps(
            [dict(zip(safe, next(rows), strict=True)) for _ in signal.attempts],
            ensure_ascii=False,
        )
        if signal.attempts
        else None
        for signal in signals
    ]


def _months(read: ReadDocument, conversions: Conversions) -> tuple[date, ...]:
    """The first days of the months in which the delivery's period begins and ends."""
    texts = {
        text
        for key in SHAPES[ROOT]
        if key.kind == "date" and (text := read.content.get(key.name))
    }
    days = conversions.read_dates(texts).values()
    return tuple(sorted({day.replace(day=1) for day in days}))
