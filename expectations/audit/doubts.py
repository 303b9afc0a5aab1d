"""Which indicators the failed checks make doubtful, in which districts and pilots."""

from collections.abc import Sequence

import pyarrow as pa
from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check

_DOUBTFUL = """
create or replace table quality.doubtful_indicators as
select distinct
    touched.indicator_id,
    results.district,
    results.pilot,
    results.check_id,
    results.violating,
    results.assessed,
    checks.severity,
from quality.check_results as results
inner join doubting_checks as checks on results.check_id = checks.check_id
inner join standard.check_indicators as touched
    on checks.entity = touched.entity
    and checks.field is not distinct from touched.field
    and coalesce(touched.check_id, checks.check_id) = checks.check_id
where results.status = 'fail' and touched.indicator_id is not null
order by indicator_id, district, pilot, check_id
"""


def write_doubtful_indicators(
    connection: DuckDBPyConnection, checks: Sequence[Check]
) -> None:
    """Fill `quality.doubtful_indicators` from the failed checks in the release.

    One row per indicator, failed check, district and pilot. A check that only informs
    makes nothing doubtful, nor do rows that do not count.
    """
    schema = pa.schema([(name, pa.string()) for name in _COLUMNS])
    rows = [
        {name: getattr(check, name) for name in _COLUMNS}
        for check in checks
        if check.severity != "information" and not check.counts_rejected
    ]
    connection.register("doubting_checks", pa.Table.from_pylist(rows, schema))
    try:
        connection.execute(_DOUBTFUL)
    finally:
        connection.unregister("doubting_checks")


_COLUMNS = ("check_id", "entity", "field", "severity")
