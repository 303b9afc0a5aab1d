"""Turning a crosstab into one record for each label and month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from warehouse.intake.conversions import Conversions
from warehouse.intake.crosstab import (
    Crosstab,
    check_crosstab,
    is_total,
    roles,
    with_years,
)
from warehouse.intake.landing import TEST, landing_schema
from warehouse.intake.masking import safe_columns
from warehouse.intake.sheets import Row

Record = dict[str, str | int | bool | None]


@dataclass(frozen=True)
class UnpivotedCrosstab:
    """The landing table of a crosstab, and how many of its rows were no data."""

    table: pa.Table = field(repr=False)
    totals: int = 0
    notes: int = 0


def unpivot(
    crosstab: Crosstab, period: date | None, conversions: Conversions
) -> UnpivotedCrosstab:
    """One landing row a label and month; RefusedError for an unclear heading."""
    dated = with_years(crosstab, period)
    check_crosstab(dated)
    records: list[Record] = []
    totals = notes = 0
    for row in _rows_below(dated):
        label = _cell(row, dated.label_position)
        found = _records(dated, row, label)
        if is_total(label) and found:
            totals += 1
        elif found:
            records.extend(found)
        else:
            notes += 1
    # Sums often stand below without a word beside them.
    unlabelled = [
        record["row_number"] for record in records if not _label(dated, record)
    ]
    if records and unlabelled and records[-1]["row_number"] == unlabelled[-1]:
        records = [one for one in records if one["row_number"] != unlabelled[-1]]
        totals += 1
    return UnpivotedCrosstab(_table(dated, records, conversions), totals, notes)


def _rows_below(crosstab: Crosstab) -> list[Row]:
    return [
        row
        for row in crosstab.sheet.rows()
        if row.number > crosstab.header_row and any(row.cells)
    ]


def _records(crosstab: Crosstab, row: Row, label: str) -> list[Record]:
    """The months of one row in which any measure is filled."""
    part = roles(crosstab.format)
    months: dict[str, Record] = {}
    for group in crosstab.groups:
        text = _cell(row, group.position)
        if text:
            month = f"{group.year}-{group.month:02d}"
            record = months.setdefault(
                month,
                {
                    "sheet": crosstab.sheet.name,
                    "row_number": row.number,
                    "is_test": label.lower() == TEST,
                    part.label.name: label or None,
                    part.month.name: month,
                },
            )
            record[group.measure] = text
    return list(months.values())


def _label(crosstab: Crosstab, record: Record) -> object:
    return record[roles(crosstab.format).label.name]


def _cell(row: Row, position: int) -> str:
    return row.cells[position] if position < len(row.cells) else ""


def _table(
    crosstab: Crosstab, records: Sequence[Record], conversions: Conversions
) -> pa.Table:
    schema = landing_schema(crosstab.format)
    table = pa.Table.from_pylist(list(records), schema=schema)
    columns = [
        (column, table.column(column.name).combine_chunks())
        for column in crosstab.format.columns
    ]
    for name, texts in safe_columns(columns, conversions).items():
        position = schema.get_field_index(name)
        table = table.set_column(position, schema.field(position), texts)
    return table
