"""The work list of stewards, read from the published release."""

from typing import Any

from warehouse.ledger.tables import CodeMapping
from warehouse.releases.reading import open_release, read_rows
from warehouse.settings import Settings
from warehouse.stewardship.mappings.record import MappingRequest, key_of, live_mappings

_WORK_LIST = """
select * exclude (unmapped_code_id)
from quality.unmapped_codes
order by occurrences desc, code_list, format, district, source_code
"""

_TOUCHED = """
select
    count(*),
    count(distinct delivery_id),
from quality.unmapped_values
where
    code_list = $code_list
    and source_code = $source_code
    and ($format::varchar is null or format = $format)
    and ($district::varchar is null or district = $district)
    and ($valid_from::date is null or code_date >= $valid_from::date)
    and ($valid_to::date is null or code_date <= $valid_to::date)
"""

_PRESENT_CODE = """
select general_code
from staging.stg_standard__code_mappings
where code_list = ? and source_code = ?
"""


def work_list(settings: Settings) -> list[dict[str, Any]]:
    """What nobody mapped in the published release, the most frequent first.

    `status` is `open`, or `mapped` when a steward's mapping waits for the next build.
    Raises UserError without a release.
    """
    with open_release(settings) as connection:
        rows = read_rows(connection, _WORK_LIST)
    mappings = live_mappings(settings)
    for row in rows:
        if any(may_hold(mapping, row) for mapping in mappings):
            row["status"] = "mapped"
    return rows


def preview(settings: Settings, request: MappingRequest) -> dict[str, Any]:
    """What a mapping would change in the published release.

    `rows` and `deliveries` count the places that are unmapped now; `code_now` is the
    code that the spelling has already everywhere, if any. UserError without a release.
    """
    key = key_of(request)
    with open_release(settings) as connection:
        touched = connection.execute(
            _TOUCHED,
            {
                "code_list": request.code_list,
                "source_code": key,
                "format": request.format,
                "district": request.district,
                "valid_from": request.valid_from,
                "valid_to": request.valid_to,
            },
        ).fetchone()
        present = connection.execute(_PRESENT_CODE, [request.code_list, key]).fetchone()
    rows, deliveries = touched or (0, 0)
    return {
        "code_list": request.code_list,
        "source_code": key,
        "code": request.code,
        "rows": rows,
        "deliveries": deliveries,
        "code_now": present[0] if present else None,
    }


def may_hold(mapping: CodeMapping, row: dict[str, Any]) -> bool:
    """Whether a mapping is about a row of the work list; days aside."""
    return (
        mapping.code_list == row["code_list"]
        and mapping.source_code == row["source_code"]
        and mapping.format in (None, row["format"])
        and mapping.district in (None, row["district"])
    )
