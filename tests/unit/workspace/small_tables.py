"""The tables of a release that the workspace reads, written by hand."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from warehouse.releases.manifest import Manifest, ReleasedDelivery, Versions

TABLES = (
    "create table quality.delivery_months (delivery_month_id text, delivery_id text,"
    " district text, pilot text, month date, records bigint)",
    "create table quality.scores (district text, pilot text, month date, score text,"
    " numerator bigint, denominator bigint, value double)",
    "create table quality.unmapped_values (format text, delivery_id text, sheet text,"
    " row_number bigint, code_list text, column_name text, source_text text,"
    " source_code text, district text, code_date date, unmapped_value_id text)",
    "create table quality.unmapped_codes (unmapped_code_id text, code_list text,"
    " format text, district text, source_text text, source_code text,"
    " occurrences bigint, deliveries bigint, examples struct(delivery_id text,"
    " sheet text, row_number bigint, column_name text)[], first_seen_at timestamp,"
    " last_seen_at timestamp, status text, suggested_code text, similar_spelling text,"
    " suggestion_score double)",
    "create table quality.delivery_comparisons (delivery_id text,"
    " earlier_delivery_id text, relation text, entity text, added bigint,"
    " changed bigint, vanished bigint, unchanged bigint)",
    "create table quality.delivery_differences (delivery_id text,"
    " earlier_delivery_id text, relation text, entity text, difference text,"
    " record_key text, month date, sheet text, row_number bigint,"
    " earlier_sheet text, earlier_row_number bigint, changed_fields text[])",
    "create table staging.stg_standard__code_mappings (code_list text,"
    " source_code text, general_code text)",
)


def create_workspace(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables, empty; the schema `quality` is there."""
    connection.execute("create schema if not exists staging")
    for table in TABLES:
        connection.execute(table)


def publish(
    home: Path, rows: dict[str, Iterable[tuple]], released: Iterable[str] = ()
) -> None:
    """Publish a release that holds only these tables, with rows by table.

    `released` are the deliveries that its manifest names.
    """
    folder = home / "releases" / "r1"
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute("create schema quality")
        create_workspace(connection)
        for table, values in rows.items():
            for one in values:
                marks = ", ".join("?" * len(one))
                connection.execute(f"insert into {table} values ({marks})", list(one))
    write_manifest(folder, released)
    (home / "warehouse.duckdb").symlink_to(Path("releases/r1/warehouse.duckdb"))


def write_manifest(folder: Path, released: Iterable[str] = ()) -> None:
    """Write the manifest of a release in its folder."""
    Manifest(
        release_id=folder.name,
        built_at=datetime(2009, 1, 5, tzinfo=UTC),
        as_of=date(2009, 1, 5),
        versions=Versions(package="", code="", standard="", dbt="", duckdb=""),
        deliveries=[
            ReleasedDelivery(
                delivery_id=one,
                sequence=number,
                format="overdrachtsformulier",
                district=None,
                pilot=None,
                period=None,
                rows_read=1,
            )
            for number, one in enumerate(released, start=1)
        ],
    ).write(folder)
