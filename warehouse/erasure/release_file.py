"""Writing a release's file anew without some people's rows, so that no byte is left."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.erasure.search import Rows
from warehouse.releases.store import DATABASE_NAME

_LINEAGE = {"delivery_id", "sheet", "row_number"}
_NOBODY = {"delivery_id", "indicator_id", "check_id"}
"""Ids that stand for nobody, in the largest tables."""

# Ids that lead to a row by another way than its place in a delivery: its record, its
# signal, and its household when that has no other records.
_ERASED_IDS = """
    create temp table erased_ids as
    with erased_signals as (
        select records.* from intermediate.int_signals__standardised as records
        inner join erased_rows
            on records.delivery_id = erased_rows.delivery_id
            and records.row_number = erased_rows.row_number
            and records.sheet is not distinct from erased_rows.sheet
    ),
    erased_identities as (
        select households.*
        from intermediate.int_households__identified as households
        inner join erased_records
            on households.entity = erased_records.entity
            and households.record_id = erased_records.record_id
    )
    select signal_key as id from erased_signals where signal_key is not null
    union
    select record_id from erased_records
    union
    select identity_id from erased_identities
    union
    select household_id from erased_identities
    where household_id not in (
        select household_id from intermediate.int_households__identified
        where identity_id not in (select identity_id from erased_identities)
    )
    union
    select contract_key from erased_contracts
"""


def write_without(source: Path, folder: Path, rows: Rows) -> dict[str, int]:
    """Write the release file `source` anew in `folder`, without the rows.

    Returns how many rows each table lost. DuckDB keeps what is deleted in its blocks:
    so the rows are deleted from a copy, of which what is left is copied.
    """
    copy = folder / "copy" / DATABASE_NAME
    copy.parent.mkdir(parents=True)
    shutil.copyfile(source, copy)
    with duckdb.connect(str(copy)) as connection:
        _collect(connection, rows)
        lost = {
            f"{schema}.{table}": count
            for schema, table, columns in _tables(connection)
            if (count := _delete(connection, f'{schema}."{table}"', columns))
        }
    if lost:
        _copy_what_is_left(copy, folder / DATABASE_NAME)
    shutil.rmtree(copy.parent)
    return lost


def _collect(connection: DuckDBPyConnection, rows: Rows) -> None:
    """Make temporary tables of what is to go: rows, records, contracts, ids."""
    connection.execute(
        "create temp table erased_rows "
        "(delivery_id varchar, sheet varchar, row_number bigint)"
    )
    places = [(one, *row) for one, listed in rows.items() for row in listed]
    if places:
        connection.executemany("insert into erased_rows values (?, ?, ?)", places)
    standardised = [
        (table, columns)
        for _schema, table, columns in _tables(connection)
        if table.endswith("__standardised") and "record_id" in columns
    ]
    connection.execute(
        "create temp table erased_records as " + _union(standardised, "record_id")
    )
    with_contract = [each for each in standardised if "contract_key" in each[1]]
    connection.execute(
        "create temp table erased_contracts as "
        + _union(with_contract, "contract_key")
        + " where contract_key is not null"
    )
    connection.execute(_ERASED_IDS)


def _union(tables: Iterable[tuple[str, Sequence[str]]], column: str) -> str:
    """The values of a column in the rows that go, with the entity they are of."""
    parts = [
        f"select distinct '{_entity(table)}' as entity, {column} "
        f'from intermediate."{table}" as records where {_is_erased_row()}'
        for table, _columns in tables
    ]
    return f"select * from ({' union all '.join(parts)})"


def _entity(table: str) -> str:
    return table.removeprefix("int_").partition("__")[0]


def _tables(connection: DuckDBPyConnection) -> list[tuple[str, str, list[str]]]:
    """Schema, name and text columns (and row_number) of each table with records."""
    return connection.execute(
        "select schema_name, table_name, list(column_name order by column_index) "
        "from duckdb_columns() inner join duckdb_tables() "
        "using (database_name, schema_name, table_name) "
        "where not temporary and schema_name != 'standard' "
        "and (data_type = 'VARCHAR' or column_name = 'row_number') "
        "group by all order by all"
    ).fetchall()


def _delete(connection: DuckDBPyConnection, table: str, columns: Sequence[str]) -> int:
    # Throughout the project the names of ids and of pseudonyms end so.
    named = [name for name in columns if name.endswith(("_id", "_key"))]
    conditions = [_names_erased(name) for name in named if name not in _NOBODY]
    if set(columns) >= _LINEAGE:
        conditions.append(_is_erased_row())
    if not conditions:
        return 0
    deleted = connection.execute(
        f"delete from {table} as records where {' or '.join(conditions)}"
    ).fetchone()
    return int(deleted[0]) if deleted else 0


def _is_erased_row() -> str:
    return (
        "exists (from erased_rows where "
        "erased_rows.delivery_id = records.delivery_id "
        "and erased_rows.row_number = records.row_number "
        "and erased_rows.sheet is not distinct from records.sheet)"
    )


def _names_erased(column: str) -> str:
    """Whether a text is an erased id, alone or before a space, or holds a contract."""
    text = f'records."{column}"'
    return (
        f"(split_part({text}, ' ', 1) in (select id from erased_ids)"
        f" or {text} in (select id from erased_ids)"
        f" or exists (from erased_contracts where "
        f"contains({text}, erased_contracts.contract_key)))"
    )


def _copy_what_is_left(source: Path, target: Path) -> None:
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"attach '{source}' as old (read_only)")
        # Views name their catalogue after the file; both files are called the same.
        connection.execute(f"copy from database old to {target.stem}")
        connection.execute("detach old")
        connection.execute("checkpoint")
