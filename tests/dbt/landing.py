"""Builds a landing schema from the declared sources, for tests of the models."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import yaml

STAGING = Path(__file__).parents[2] / "dbt_project" / "models" / "staging"
LINEAGE = {
    "delivery_id": "varchar",
    "sheet": "varchar",
    "sheet_month": "varchar",
    "row_number": "bigint",
    "is_test": "boolean",
}
DELIVERIES = {
    "delivery_id": "varchar",
    "sequence": "bigint",
    "format": "varchar",
    "district": "varchar",
    "pilot": "varchar",
    "period": "date",
    "received_at": "timestamp",
    "delivered_columns": "varchar[]",
    "rows_read": "bigint",
    "is_invented": "boolean",
}
STEWARD_MAPPINGS = {
    "mapping_id": "bigint",
    "code_list": "varchar",
    "source_code": "varchar",
    "code": "varchar",
    "format": "varchar",
    "district": "varchar",
    "valid_from": "date",
    "valid_to": "date",
}
Rows = Iterable[Mapping[str, Any]]


def create_landing(
    connection: duckdb.DuckDBPyConnection,
    rows_by_format: Mapping[str, Rows] | None = None,
) -> None:
    """Create every landing table, empty or with the rows given.

    A row is a mapping of column to text; what it leaves out is null, and its
    row number its position. The keys `deliveries` and `steward_mappings` hold
    the rows of those tables.
    """
    rows_by_format = rows_by_format or {}
    connection.execute("create schema if not exists landing")
    for name, columns in landing_columns().items():
        _create_table(connection, name, columns, rows_by_format.get(name, ()))
    others = {"deliveries": DELIVERIES, "steward_mappings": STEWARD_MAPPINGS}
    for name, columns in others.items():
        _create_table(connection, name, columns, rows_by_format.get(name, ()))


def landing_columns() -> dict[str, dict[str, str]]:
    """Return the columns and types of each format's landing table."""
    tables = {}
    for path in sorted(STAGING.glob("*/_*__sources.yml")):
        for source in yaml.safe_load(path.read_text(encoding="utf-8"))["sources"]:
            for table in source["tables"]:
                if table["name"] == "records":
                    tables[table["identifier"]] = _table_columns(table["columns"])
    return tables


def _table_columns(columns: list[dict[str, Any]]) -> dict[str, str]:
    spaces = {column["config"]["meta"].get("pseudonym") for column in columns}
    survivors = {
        name: "varchar"
        for name, space in {"birth_year": "birth_date", "postcode4": "postcode"}.items()
        if space in spaces
    }
    declared = {column["name"]: "varchar" for column in columns}
    told = dict.fromkeys(("unreadable_identifiers", "extra_columns"), "varchar")
    return {**LINEAGE, **declared, **survivors, **told}


def _create_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Rows,
) -> None:
    types = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    connection.execute(f"create or replace table landing.{name} ({types})")
    values = [_row_values(row, columns, number) for number, row in enumerate(rows, 1)]
    if values:
        marks = ", ".join("?" for _ in columns)
        connection.executemany(f"insert into landing.{name} values ({marks})", values)


def _row_values(
    row: Mapping[str, Any], columns: Mapping[str, str], number: int
) -> list[Any]:
    unknown = set(row) - set(columns)
    if unknown:
        raise ValueError(f"no such landing columns: {', '.join(sorted(unknown))}")
    defaults: dict[str, Any] = {"row_number": number, "is_test": False}
    return [row.get(column, defaults.get(column)) for column in columns]
