"""The signals and contact attempts of a period, read from the released warehouse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from warehouse.releases.reading import open_release
from warehouse.settings import Settings

Row = dict[str, Any]

# What DDAS has no key for: columns of marts.fct_signals and of its attempts.
SIGNAL_FIELDS = (
    *("district", "pilot", "programme", "working_model", "corporation", "partner"),
    *("age_band", "household_type", "rent_amount", "arrears_months", "creditors"),
    *("total_debt", "problems", "objected", "letter_date"),
    *("receipt_confirmed_date", "known_before", "letter_reply", "no_visit_reason"),
    *("payment_kind", "referred_to", "referral_arrived", "feedback_date"),
    "closed_date",
)
ATTEMPT_FIELDS = ("announced", "visitors")
OTHER_TABLES = ("fct_bailiff_steps", "fct_services", "fct_follow_up")

_SIGNALS = """
select
    signals.* exclude (sheet, row_number),
    reports.contract_key,
    reports.client_key,
    reports.postcode_key,
    reports.house_number_key,
    ddas.municipality,
    ddas.is_crisis,
    ddas.is_warm_handover,
    ddas.arrears_since_date,
    ddas.matched_date,
    ddas.matching_started_date,
    ddas.matching_ended_date,
    ddas.taken_up_date,
from marts.fct_signals as signals
inner join intermediate.int_signals__current as reports
    on signals.signal_id = reports.signal_key
left join staging.stg_ddas__signals as ddas
    on signals.delivery_id = ddas.delivery_id
    and signals.signal_id = ddas.signal_key
    and ddas.rejection is null
where signals.signal_date between $first and $last
order by signals.signal_date, signals.signal_id
"""

_ATTEMPTS = """
select attempts.*
from marts.fct_contact_attempts as attempts
inner join marts.fct_signals as signals
    on attempts.signal_id = signals.signal_id
where signals.signal_date between $first and $last
order by
    attempts.signal_id,
    attempts.attempted_date nulls last,
    attempts.attempt_number,
    attempts.attempt_id
"""


@dataclass(frozen=True, repr=False)
class ReleasedSignals:
    """Signals in order of date, their attempts by signal, and what stays behind.

    `rows_behind` counts the rows of other tables by table and household; `undated`
    signals belong to no period.
    """

    signals: tuple[Row, ...]
    attempts: Mapping[str, tuple[Row, ...]]
    rows_behind: Mapping[tuple[str, str], int]
    undated: int


def read_signals(settings: Settings, first: date, last: date) -> ReleasedSignals:
    """The signals dated from `first` to `last`; UserError without a release."""
    period = {"first": first, "last": last}
    with open_release(settings) as connection:
        attempts: dict[str, list[Row]] = {}
        for row in _rows(connection.execute(_ATTEMPTS, period)):
            attempts.setdefault(row["signal_id"], []).append(row)
        undated = connection.execute(
            "select count(*) from marts.fct_signals where signal_date is null"
        ).fetchone()
        return ReleasedSignals(
            signals=tuple(_rows(connection.execute(_SIGNALS, period))),
            attempts={key: tuple(rows) for key, rows in attempts.items()},
            rows_behind=_rows_behind(connection),
            undated=undated[0] if undated else 0,
        )


def _rows(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _rows_behind(
    connection: duckdb.DuckDBPyConnection,
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for table in OTHER_TABLES:
        cursor = connection.execute(
            f"select household_id, count(*) from marts.{table} "
            "where household_id is not null group by household_id"
        )
        for household, count in cursor.fetchall():
            counts[table, household] = count
    return counts
