"""Filling the landing schema from delivery files."""

from datetime import UTC, date, datetime

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from seeds.formats import formats
from warehouse.intake.landing import landing_schema
from warehouse.releases.landing import LandedDelivery, create_landing, load_deliveries


def write_file(path, delivery_id: str, columns: dict[str, list]) -> LandedDelivery:
    height = len(next(iter(columns.values())))
    table = pa.table({"delivery_id": [delivery_id] * height, **columns})
    pq.write_table(table, path)
    return LandedDelivery(
        delivery_id=delivery_id,
        sequence=1,
        format="turflijst",
        district="noord",
        pilot=None,
        period=date(2007, 3, 1),
        received_at=datetime(2009, 1, 1, tzinfo=UTC),
        delivered_columns=("nr",),
        rows_read=height,
        file=path,
    )


def test_every_format_has_a_table_even_without_deliveries():
    with duckdb.connect() as connection:
        create_landing(connection)
        for each in formats().values():
            table = connection.table(f"landing.{each.name}")
            assert table.columns == landing_schema(each).names
            assert table.shape[0] == 0


def test_files_of_other_times_are_loaded_by_column_name(tmp_path):
    old = write_file(tmp_path / "a.parquet", "a", {"nr": ["1", "2"]})
    gone = {"row_number": [7], "nr": ["3"], "dropped_since": ["x"]}
    new = write_file(tmp_path / "b.parquet", "b", gone)
    with duckdb.connect() as connection:
        create_landing(connection)
        load_deliveries(connection, [old, new])
        rows = connection.execute(
            "select delivery_id, row_number, nr, huurschuld from landing.turflijst "
            "order by nr"
        ).fetchall()
        deliveries = connection.execute(
            "select delivery_id, period, delivered_columns, rows_read "
            "from landing.deliveries"
        ).fetchall()
    assert rows == [
        ("a", None, "1", None),
        ("a", None, "2", None),
        ("b", 7, "3", None),
    ]
    assert deliveries == [
        ("a", date(2007, 3, 1), ["nr"], 2),
        ("b", date(2007, 3, 1), ["nr"], 1),
    ]
