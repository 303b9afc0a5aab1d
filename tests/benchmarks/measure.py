"""Measures a delivery and a build of given files, against a bare pass of DuckDB."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.deliveries.deliver import Request, deliver_file
from warehouse.deliveries.template import gate_template
from warehouse.ledger.tables import State
from warehouse.publishing.make_release import build_release
from warehouse.settings import Settings


@dataclass(frozen=True)
class Measured:
    """Seconds of each part; `bare` is DuckDB alone over the same records."""

    deliveries: int
    rows: int
    template: float
    intake: float
    load: float
    dbt: float
    audit: float
    publish: float
    bare: float

    @property
    def parts(self) -> dict[str, float]:
        """The measured parts by the name they have in the table."""
        return {
            "make the gate's template (once a version)": self.template,
            "intake: read, pseudonymise, gate, land": self.intake,
            "load the landing files": self.load,
            "dbt": self.dbt,
            "audit": self.audit,
            "publish": self.publish,
        }


def measure(settings: Settings, requests: Sequence[Request]) -> Measured:
    """Deliver and build in a new home; raises RuntimeError when a file is held."""
    template = _seconds(lambda: gate_template(settings))
    intake = _seconds(lambda: _deliver(settings, requests))
    manifest = build_release(settings)
    timings = manifest.timings
    return Measured(
        deliveries=len(manifest.deliveries),
        rows=sum(delivery.rows_read for delivery in manifest.deliveries),
        template=template,
        intake=intake,
        load=timings.intake,
        dbt=timings.dbt,
        audit=timings.audit,
        publish=timings.publish,
        bare=bare_pass(settings.landing_dir),
    )


def bare_pass(landing: Path) -> float:
    """Seconds in which DuckDB reads every landed record once and counts them by day."""
    files = str(landing / "*.parquet")

    def run() -> None:
        with duckdb.connect() as connection:
            connection.execute(
                "create table records as "
                f"select * from read_parquet('{files}', union_by_name = true)"
            )
            connection.execute(
                "select delivery_id, hash(columns(*)) from records"
            ).fetch_arrow_table()

    return _seconds(run)


def _deliver(settings: Settings, requests: Sequence[Request]) -> None:
    for request in requests:
        outcome = deliver_file(settings, request)
        if outcome.status is not State.ACCEPTED:
            raise RuntimeError(f"{outcome.file_name}: {outcome.status}")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
