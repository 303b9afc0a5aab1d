"""Fills the `landing` schema of a database from delivery files."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Self

from duckdb import DuckDBPyConnection

from seeds.formats import formats
from warehouse.intake.landing import landing_schema
from warehouse.ledger.tables import Delivery

_DELIVERIES = """
create or replace table landing.deliveries (
    delivery_id varchar,
    sequence bigint,
    format varchar,
    district varchar,
    pilot varchar,
    period date,
    received_at timestamp,
    delivered_columns varchar[],
    rows_read bigint,
    is_invented boolean
)
"""

_STEWARD_MAPPINGS = """
create or replace table landing.steward_mappings (
    mapping_id bigint,
    code_list varchar,
    source_code varchar,
    code varchar,
    format varchar,
    district varchar,
    valid_from date,
    valid_to date
)
"""


@dataclass(frozen=True)
class LandedDelivery:
    """One row of `landing.deliveries`, with the file that holds its records."""

    delivery_id: str
    sequence: int
    format: str
    district: str | None
    pilot: str | None
    period: date | None
    received_at: datetime
    delivered_columns: Sequence[str]
    rows_read: int
    file: Path
    is_invented: bool = False

    @classmethod
    def of(cls, delivery: Delivery, file: Path) -> Self:
        """The landed delivery behind one of the ledger."""
        return cls(
            delivery_id=delivery.delivery_id,
            sequence=delivery.sequence or 0,
            format=delivery.format or "",
            district=delivery.district,
            pilot=delivery.pilot,
            period=delivery.period,
            received_at=delivery.received_at,
            delivered_columns=delivery.delivered_columns,
            rows_read=delivery.rows_read,
            file=file,
            is_invented=delivery.is_invented,
        )


@dataclass(frozen=True)
class LandedMapping:
    """One row of `landing.steward_mappings`."""

    mapping_id: int
    code_list: str
    source_code: str
    code: str
    format: str | None
    district: str | None
    valid_from: date | None
    valid_to: date | None


def landing_file(landing_dir: Path, delivery_id: str) -> Path:
    """Where the records of a delivery lie."""
    return landing_dir / f"{delivery_id}.parquet"


def create_landing(connection: DuckDBPyConnection) -> None:
    """Make the schema with empty tables: each format, deliveries, steward mappings."""
    connection.execute("create schema if not exists landing")
    for source_format in formats().values():
        connection.register("no_records", landing_schema(source_format).empty_table())
        connection.execute(
            f'create or replace table landing."{source_format.name}" as from no_records'
        )
        connection.unregister("no_records")
    connection.execute(_DELIVERIES)
    connection.execute(_STEWARD_MAPPINGS)


def load_mappings(
    connection: DuckDBPyConnection, mappings: Iterable[LandedMapping]
) -> None:
    """Add the mappings of stewards to the table that `create_landing` made."""
    for mapping in mappings:
        connection.execute(
            "insert into landing.steward_mappings values (?, ?, ?, ?, ?, ?, ?, ?)",
            astuple(mapping),
        )


def load_deliveries(
    connection: DuckDBPyConnection, deliveries: Iterable[LandedDelivery]
) -> None:
    """Add deliveries and their records to the tables that `create_landing` made."""
    by_format: dict[str, list[LandedDelivery]] = {}
    for delivery in deliveries:
        by_format.setdefault(delivery.format, []).append(delivery)
        connection.execute(
            "insert into landing.deliveries values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _deliveries_row(delivery),
        )
    for source_format, members in by_format.items():
        _insert_records(connection, source_format, [one.file for one in members])


def _deliveries_row(delivery: LandedDelivery) -> list[object]:
    return [
        delivery.delivery_id,
        delivery.sequence,
        delivery.format,
        delivery.district,
        delivery.pilot,
        delivery.period,
        delivery.received_at.replace(tzinfo=None),
        list(delivery.delivered_columns),
        delivery.rows_read,
        delivery.is_invented,
    ]


def _insert_records(
    connection: DuckDBPyConnection, source_format: str, files: Sequence[Path]
) -> None:
    """Copy the records; files older than the declaration may lack columns."""
    records = connection.read_parquet([str(file) for file in files], union_by_name=True)
    table = connection.table(f'landing."{source_format}"')
    present = [name for name in table.columns if name in records.columns]
    selected = ", ".join(f'"{name}"' for name in present)
    connection.execute(
        f'insert into landing."{source_format}" by name '
        f"select {selected} from read_parquet(?, union_by_name = true)",
        [[str(file) for file in files]],
    )
