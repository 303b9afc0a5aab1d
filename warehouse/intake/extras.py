"""Columns that no declaration knows: kept raw when they cannot hold a person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from warehouse.intake.columns import Records
from warehouse.privacy.personal_data import may_keep_column, safe_label


@dataclass(frozen=True, repr=False)
class Extras:
    """`texts` holds a JSON object a row; headings say what was kept or dropped."""

    texts: pa.Array
    kept: tuple[str, ...]
    dropped: tuple[str, ...]


def collect_extras(records: Records) -> Extras:
    """The unknown columns of one sheet, without those that may identify."""
    kept: dict[str, pa.Array] = {}
    dropped: list[str] = []
    for position, heading in records.header.extras.items():
        values = records.cells[position]
        label = safe_label(heading)
        distinct = values.drop_null().unique().to_pylist()
        if (
            label == heading
            and label not in kept
            and may_keep_column(heading, distinct)
        ):
            kept[label] = values
        else:
            dropped.append(label)
    return Extras(_json_rows(kept, len(records)), tuple(kept), tuple(dropped))


def _json_rows(columns: Mapping[str, pa.Array], height: int) -> pa.Array:
    if not columns:
        return pa.nulls(height, pa.string())
    rows = zip(*(values.to_pylist() for values in columns.values()), strict=True)
    return pa.array([_json_row(tuple(columns), row) for row in rows], pa.string())


def _json_row(headings: tuple[str, ...], row: tuple[str | None, ...]) -> str | None:
    filled = {
        heading: value
        for heading, value in zip(headings, row, strict=True)
        if value is not None
    }
    return json.dumps(filled, ensure_ascii=False) if filled else None
