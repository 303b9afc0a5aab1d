"""Measures the gate against one hand-written pass of SQL over the same tables."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.catalogue.catalogue import load_catalogue
from expectations.gate.batches import prepared_batches
from expectations.gate.gate import run_gate
from seeds.formats import STANDARD_SEEDS, formats
from tests.spec.checks.check_tables import ENTITY_COLUMNS, OTHER_TABLES
from tests.spec.checks.check_world import SCHEMAS, SEEDS

ROWS = 100_000
TARGET = 5.0
ROUNDS = 3
FORMAT = "overdrachtsformulier"
GATE = "delivery"

_SIGNALS = """
insert into intermediate.int_signals__standardised by name
select
    'form/' || number as record_id,
    'form' as delivery_id,
    number as row_number,
    'overdrachtsformulier' as format,
    'noord' as district,
    'stedelijk-2009' as pilot,
    []::varchar[] as unreadable_fields,
    case when number % 50 = 0 then ['sex'] else [] end as unmapped_fields,
    $columns as delivered_columns,
    'signal/' || number as signal_key,
    'vroeg-eropaf' as programme,
    date '2009-01-01' + (number % 600)::integer as signal_date,
    'ymere' as corporation,
    'contract-' || (number % 70000) as contract_key,
    1930 + number % 55 as birth_year,
    case when number % 50 > 0 then 'female' end as sex,
    512.5 as rent_amount,
    (number % 3000) as arrears_amount,
    2 as arrears_months,
    date '2009-01-01' + (number % 600)::integer - 14 as letter_date,
    false as objected,
    'no' as known_before,
    'not_reached' as result,
    date '2009-01-01' + (number % 600 + number % 20)::integer as feedback_date,
    date '2009-01-01' + (number % 600 + 40)::integer as closed_date,
from range($rows) as numbers(number)
"""

_ATTEMPTS = """
insert into intermediate.int_contact_attempts__standardised by name
select
    record_id || '/visit' as record_id,
    delivery_id,
    row_number,
    format,
    district,
    pilot,
    unreadable_fields,
    []::varchar[] as unmapped_fields,
    delivered_columns,
    signal_key,
    1 as attempt_number,
    'home_visit' as channel,
    signal_date + 3 as attempted_date,
    'morning' as daypart,
    'not_at_home' as outcome,
from intermediate.int_signals__standardised
"""

_DELIVERY = """
insert into landing.deliveries by name
select
    'form' as delivery_id,
    1 as sequence,
    'overdrachtsformulier' as format,
    'noord' as district,
    'stedelijk-2009' as pilot,
    now()::timestamp as received_at,
    $columns as delivered_columns,
    $rows as rows_read,
"""


@dataclass(frozen=True)
class Ratio:
    """Seconds of the gate and of the hand-written pass, the best of a few rounds."""

    rows: int
    checks: int
    gate: float
    by_hand: float

    @property
    def value(self) -> float:
        """How many times longer the gate takes."""
        return self.gate / self.by_hand


def measure_ratio(folder: Path, rows: int = ROWS) -> Ratio:
    """Check a delivery of so many forms by the gate, and by hand.

    Both start from the standardised tables; the gate also lists the wrong rows. What
    is imported once a process is not counted.
    """
    database = folder / "checked.duckdb"
    build_delivery(database, rows)
    checks = [check for check in load_catalogue() if check.runs_at(GATE)]
    run_gate(database, GATE)
    return Ratio(
        rows=rows,
        checks=len(checks),
        gate=min(_seconds(lambda: run_gate(database, GATE)) for _ in range(ROUNDS)),
        by_hand=min(_seconds(lambda: pass_by_hand(database)) for _ in range(ROUNDS)),
    )


def build_delivery(database: Path, rows: int) -> None:
    """One delivery of transfer forms, each with a visit, as the gate finds it."""
    values = {"columns": [column.name for column in formats()[FORMAT].columns]}
    with duckdb.connect(str(database)) as connection:
        for schema in SCHEMAS:
            connection.execute(f"create schema {schema}")
        tables = {
            f"intermediate.int_{entity}__standardised": columns
            for entity, columns in ENTITY_COLUMNS.items()
        }
        for relation, columns in (tables | OTHER_TABLES).items():
            typed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
            connection.execute(f"create table {relation} ({typed})")
        for seed in SEEDS:
            connection.execute(
                f"create table standard.{seed} as from read_csv(?, header = true)",
                [str(STANDARD_SEEDS / f"{seed}.csv")],
            )
        connection.execute(_SIGNALS, values | {"rows": rows})
        connection.execute(_ATTEMPTS)
        connection.execute(_DELIVERY, values | {"rows": rows})


def pass_by_hand(database: Path) -> dict[str, list[tuple]]:
    """What somebody would write without an engine: one query a table.

    The same conditions, counted over the same joins by district and pilot.
    """
    checks = [check for check in load_catalogue() if check.runs_at(GATE)]
    counts = {}
    with (
        duckdb.connect(str(database)) as connection,
        prepared_batches(connection, checks) as batches,
    ):
        for entity, batch in batches.names.items():
            columns = ", ".join(
                f"count(*) filter ({check.assessed_condition}), "
                f"count(*) filter ({check.violating_condition})"
                for check in checks
                if check.entity == entity
            )
            counts[entity] = connection.execute(
                f"select district, pilot, {columns} from {batch} group by all"
            ).fetchall()
    return counts


def section(ratio: Ratio) -> str:
    """The measurement as a section of the page of benchmarks."""
    return "\n".join(
        [
            "## The gate against SQL by hand",
            "",
            f"A delivery of {ratio.rows:,} transfer forms, each with a visit, and "
            f"{ratio.checks} checks. *By hand* is one query a table that counts the "
            "same conditions over the same joins; the gate does it through Great "
            "Expectations and lists the wrong rows. The target is a ratio of at most "
            f"{TARGET:.0f}.",
            "",
            "| part | seconds | ratio |",
            "|---|---:|---:|",
            f"| gate | {ratio.gate:.2f} | {ratio.value:.1f} |",
            f"| by hand | {ratio.by_hand:.2f} | 1 |",
            "",
        ]
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
