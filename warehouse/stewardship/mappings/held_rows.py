"""Counts the rows of accepted deliveries that hold a text, mapped or not."""

from sqlalchemy import select

from seeds.formats import Format, formats
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Delivery, State
from warehouse.releases.landing import landing_file
from warehouse.settings import Settings
from warehouse.stewardship.mappings.record import MappingRequest
from warehouse.stewardship.mappings.spelling import holds_code, spelling_database


def count_rows_with_text(
    settings: Settings, request: MappingRequest, source_code: str
) -> int:
    """Rows in landing that hold the text, in the format and district asked for.

    Trial rows do not count. A delivery about several districts counts whole, and days
    are not looked at: at most so many rows are meant.
    """
    return sum(
        _count(formats()[name], request.code_list, source_code, files)
        for name, files in _files(settings, request).items()
    )


def _files(settings: Settings, request: MappingRequest) -> dict[str, list[str]]:
    """The landing files to look into, by format."""
    query = select(Delivery.delivery_id, Delivery.format, Delivery.district).where(
        Delivery.state == State.ACCEPTED, Delivery.format.in_(formats())
    )
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        found = session.execute(query).all()
    files: dict[str, list[str]] = {}
    for delivery_id, source_format, district in found:
        file = landing_file(settings.landing_dir, delivery_id)
        is_meant = request.format in (None, source_format) and (
            district is None or request.district in (None, district)
        )
        if is_meant and file.exists():
            files.setdefault(source_format or "", []).append(str(file))
    return files


def _count(
    source_format: Format, code_list: str, source_code: str, files: list[str]
) -> int:
    database = spelling_database().cursor()
    # Files older than the declaration may lack columns.
    landed = database.read_parquet(files, union_by_name=True).columns
    holding = [
        holds_code(column)
        for column in source_format.columns
        if column.code_list == code_list and column.name in landed
    ]
    if not holding:
        return 0
    found = database.execute(
        "select count(*) from read_parquet($files, union_by_name = true)"
        f" where not is_test and ({' or '.join(holding)})",
        {"files": files, "code": source_code},
    ).fetchone()
    return int(found[0]) if found else 0
