"""The rows that violate failed checks, in one pass over a batch."""

from collections.abc import Iterator, Sequence

from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check
from expectations.gate.columns import column_headings
from expectations.gate.results import RowFinding


def flagged_rows(batch: str, checks: Sequence[Check], more: str = "") -> str:
    """SQL with a row per row of a batch and check that it violates.

    Its columns: check_id, district, pilot, delivery_id, format, sheet, row_number and
    column_position (which of several columns for one field holds the value, or null),
    and the expressions of `more`, each followed by a comma.
    """
    flags = ", ".join(
        f"case when {check.violating_condition} then '{check.check_id}' end"
        for check in checks
    )
    position = "column_position" if batch.endswith("contact_attempts") else "null"
    return f"""
        select unnest(list_filter(flags, lambda flag: flag is not null)) as check_id,
            * exclude (flags)
        from (
            select district, pilot, delivery_id, format, sheet, row_number, {more}
                {position}::integer as column_position,
                [{flags}]::varchar[] as flags
            from {batch}
        )
    """


def violating_rows(
    connection: DuckDBPyConnection, batch: str, checks: Sequence[Check], most_rows: int
) -> Iterator[tuple[str, RowFinding]]:
    """The first rows that violate each check, in the order of the files."""
    if not checks:
        return
    by_id = {check.check_id: check for check in checks}
    headings = {
        check.check_id: column_headings(check.entity, check.field) for check in checks
    }
    found = connection.execute(
        f"""
        select check_id, delivery_id, district, pilot, format, sheet, row_number,
            column_position
        from ({flagged_rows(batch, checks)})
        qualify row_number() over (
            partition by check_id order by delivery_id, sheet, row_number
        ) <= ?
        order by check_id, delivery_id, sheet, row_number
        """,
        [most_rows],
    ).fetchall()
    for check_id, *place, position in found:
        delivery_id, district, pilot, source_format, sheet, row_number = place
        columns = headings[check_id].get(source_format, ())
        yield (
            check_id,
            RowFinding(
                delivery_id=delivery_id,
                district=district,
                pilot=pilot,
                format=source_format,
                sheet=sheet,
                row_number=row_number,
                column=heading_at(columns, position),
                field=by_id[check_id].field,
            ),
        )


def heading_at(columns: Sequence[str], position: int | None) -> str | None:
    """The heading at a position, else all headings that could be meant."""
    if position is not None and len(columns) > 1 and 1 <= position <= len(columns):
        return columns[position - 1]
    return " / ".join(columns) or None
