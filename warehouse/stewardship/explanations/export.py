"""Copies what staff said of the released deliveries into a release."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection
from sqlalchemy import select

from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Explanation, SignOff
from warehouse.settings import Settings

_EXPLANATIONS = """
create or replace table quality.explanations (
    explanation_id bigint,
    delivery_id varchar,
    check_id varchar,
    sheet varchar,
    row_number bigint,
    explanation varchar,
    explained_by varchar,
    explained_at timestamp
)
"""
_SIGN_OFFS = """
create or replace table quality.sign_offs (
    sign_off_id bigint,
    delivery_id varchar,
    is_fit boolean,
    note varchar,
    signed_by varchar,
    signed_at timestamp,
    is_current boolean
)
"""


def export_statements(
    settings: Settings, database: Path, delivery_ids: Iterable[str]
) -> None:
    """Write `quality.explanations` and `quality.sign_offs` of some deliveries."""
    released = list(delivery_ids)
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        explanations = list(
            session.scalars(select(Explanation).order_by(Explanation.explanation_id))
        )
        sign_offs = list(session.scalars(select(SignOff).order_by(SignOff.sign_off_id)))
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema if not exists quality")
        _write_explanations(
            connection, [one for one in explanations if one.delivery_id in released]
        )
        _write_sign_offs(
            connection, [one for one in sign_offs if one.delivery_id in released]
        )


def _write_explanations(
    connection: DuckDBPyConnection, explanations: Iterable[Explanation]
) -> None:
    connection.execute(_EXPLANATIONS)
    for one in explanations:
        connection.execute(
            "insert into quality.explanations values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                one.explanation_id,
                one.delivery_id,
                one.check_id,
                one.sheet,
                one.row_number,
                one.text,
                one.explained_by,
                one.explained_at.replace(tzinfo=None),
            ],
        )


def _write_sign_offs(
    connection: DuckDBPyConnection, sign_offs: Iterable[SignOff]
) -> None:
    """All declarations; of each delivery the last one is current."""
    connection.execute(_SIGN_OFFS)
    listed = list(sign_offs)
    last = {one.delivery_id: one.sign_off_id for one in listed}
    for one in listed:
        connection.execute(
            "insert into quality.sign_offs values (?, ?, ?, ?, ?, ?, ?)",
            [
                one.sign_off_id,
                one.delivery_id,
                one.is_fit,
                one.note,
                one.signed_by,
                one.signed_at.replace(tzinfo=None),
                last[one.delivery_id] == one.sign_off_id,
            ],
        )
