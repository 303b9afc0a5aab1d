"""Makes a release: load the accepted deliveries, run dbt, audit, publish."""

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from warehouse.errors import UserError
from warehouse.figures.disclosure.hiding import hide_small_numbers
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.tables import State
from warehouse.messages import message, user_error
from warehouse.publishing.sweeping import BUILD_PREFIX, sweep
from warehouse.releases.dbt import DbtWorkplace, described, run_dbt
from warehouse.releases.landing import (
    LandedDelivery,
    LandedMapping,
    create_landing,
    landing_file,
    load_deliveries,
    load_mappings,
)
from warehouse.releases.lock import build_lock
from warehouse.releases.manifest import Manifest, ReleasedDelivery, Timings
from warehouse.releases.store import DATABASE_NAME, prune, publish
from warehouse.releases.versions import current_versions
from warehouse.settings import Settings
from warehouse.stewardship.explanations.export import export_statements
from warehouse.stewardship.mappings.record import landed_mappings


@dataclass
class Build:
    """A release under construction."""

    release_id: str
    folder: Path
    as_of: date
    timings: Timings = field(default_factory=Timings)

    @property
    def database(self) -> Path:
        """The file that becomes the release."""
        return self.folder / DATABASE_NAME

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Add the seconds of a block to `part` of the timings."""
        start = time.perf_counter()
        yield
        setattr(self.timings, part, round(time.perf_counter() - start, 3))


def build_release(settings: Settings) -> Manifest:
    """Build, audit and publish a release of all accepted deliveries.

    The published release stays as it is until the new one has passed; a UserError
    says what stopped it.
    """
    with build_lock(settings.home_dir):
        sweep(settings)
        deliveries = accepted_deliveries(settings)
        build = _start(settings, seen_from(settings, deliveries))
        try:
            manifest = _make(settings, build, deliveries)
            prune(settings)
            return manifest
        finally:
            shutil.rmtree(build.folder, ignore_errors=True)


def accepted_deliveries(settings: Settings) -> list[LandedDelivery]:
    """The accepted deliveries with their files, in order of acceptance."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [
            LandedDelivery.of(
                delivery, landing_file(settings.landing_dir, delivery.delivery_id)
            )
            for delivery in list_deliveries(session, [State.ACCEPTED])
        ]


def seen_from(settings: Settings, deliveries: Iterable[LandedDelivery]) -> date:
    """The day as seen from which is counted: that of the settings, else today.

    Invented figures end in the past; they are seen from the day their last file came.
    """
    invented = [each.received_at.date() for each in deliveries if each.is_invented]
    return settings.as_of or max(invented, default=date.today())


def _start(settings: Settings, as_of: date) -> Build:
    now = datetime.now(UTC)
    release_id = f"{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03d}"
    folder = settings.work_dir / f"{BUILD_PREFIX}{release_id}"
    folder.mkdir(parents=True)
    return Build(release_id, folder, as_of)


def _make(
    settings: Settings, build: Build, deliveries: list[LandedDelivery]
) -> Manifest:
    with build.timed("intake"), duckdb.connect(str(build.database)) as connection:
        _load(connection, deliveries, landed_mappings(settings))
    with build.timed("dbt"):
        _transform(settings, build)
    with build.timed("disclosure"), duckdb.connect(str(build.database)) as connection:
        hide_small_numbers(connection, settings.small_number)
    with build.timed("audit"):
        audited = audit(build.database, settings.warehouse_file)
        released = [delivery.delivery_id for delivery in deliveries]
        export_statements(settings, build.database, released)
    manifest = Manifest(
        release_id=build.release_id,
        built_at=datetime.now(UTC),
        as_of=build.as_of,
        versions=current_versions(),
        deliveries=[_as_released(delivery) for delivery in deliveries],
        small_number=settings.small_number,
        checks=audited.checks,
        findings=audited.findings,
    )
    with build.timed("publish"):
        manifest.rows = _finish(build.database)
    manifest.timings = build.timings
    publish(settings, build.folder, manifest)
    return manifest


def _load(
    connection: duckdb.DuckDBPyConnection,
    deliveries: list[LandedDelivery],
    mappings: list[LandedMapping],
) -> None:
    create_landing(connection)
    load_mappings(connection, mappings)
    for delivery in deliveries:
        try:
            load_deliveries(connection, [delivery])
        except duckdb.Error:
            raise user_error(
                "release.landing_unreadable",
                delivery_id=delivery.delivery_id,
                file=delivery.file.name,
            ) from None


def _transform(settings: Settings, build: Build) -> None:
    place = DbtWorkplace(build.database, settings.work_dir / "dbt")
    failures = run_dbt(
        "build", place, ["--exclude-resource-type=unit_test"], build.as_of
    )
    if failures:
        raise user_error("release.not_built", nodes=described(failures))


def _finish(database: Path) -> dict[str, int]:
    """Drop the landing, close the file for good, and count its tables."""
    with duckdb.connect(str(database)) as connection:
        connection.execute("drop schema landing cascade")
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() "
            "where schema_name in ('marts', 'quality') order by all"
        ).fetchall()
        rows = {
            f"{schema}.{table}": connection.table(f'{schema}."{table}"').shape[0]
            for schema, table in tables
        }
        connection.execute("checkpoint")
    if database.with_name(f"{database.name}.wal").exists():
        raise RuntimeError("the release still has a write-ahead log")
    return rows


def _as_released(delivery: LandedDelivery) -> ReleasedDelivery:
    return ReleasedDelivery(
        delivery_id=delivery.delivery_id,
        sequence=delivery.sequence,
        format=delivery.format,
        district=delivery.district,
        pilot=delivery.pilot,
        period=delivery.period,
        rows_read=delivery.rows_read,
        is_invented=delivery.is_invented,
    )


if TYPE_CHECKING:
    from expectations.audit.audit import AuditOutcome


def audit(database: Path, previous: Path | None = None) -> "AuditOutcome":
    """Run the release gate and write what it found into the release.

    `previous` is the published file that the findings are compared with.
    Raises UserError when a blocking check fails or a check cannot be run.
    """
    # Great Expectations takes seconds to import; only a gate may pay for that.
    from expectations.audit.audit import write_findings  # noqa: PLC0415
    from expectations.gate.gate import run_gate  # noqa: PLC0415

    outcome = write_findings(database, run_gate(database, "release"), previous)
    if not outcome.may_publish:
        raise UserError(
            message("release.not_passed", checks=" ".join(outcome.reasons_nl)).nl,
            message("release.not_passed", checks=" ".join(outcome.reasons_en)).en,
        )
    return outcome
