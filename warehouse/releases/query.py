"""Questions in SQL to the published release, which they can only read."""

from typing import Any

import duckdb

from warehouse.errors import UserError
from warehouse.messages import user_error
from warehouse.settings import Settings


def run_query(settings: Settings, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The column names and the rows of a query on the published release.

    Raises UserError when there is no release or the query is wrong.
    """
    if not settings.warehouse_file.exists():
        raise user_error("release.none")
    # Without external access a query reads and writes no other file.
    config: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": "false",
        "lock_configuration": "true",
    }
    try:
        with duckdb.connect(
            str(settings.warehouse_file), read_only=True, config=config
        ) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            return names, cursor.fetchall()
    except duckdb.Error as error:
        raise UserError(str(error), str(error)) from None
