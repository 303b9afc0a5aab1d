"""Great Expectations' own pages on the checks of the published release."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.exports.reports.checks_index import find_pages, write_index
from warehouse.exports.reports.offline_pages import take_offline
from warehouse.messages import user_error
from warehouse.releases.store import DATABASE_NAME, current_release
from warehouse.settings import Settings

SITE = "release"
PARTS = ("expectations", "validations")


def write_data_docs(settings: Settings, output: Path | None = None) -> Path:
    """Validate the suites on the published release and write their pages.

    Returns the first page, by default in `docs/checks` of the home folder. The pages
    load nothing from a network. Raises UserError without a release.
    """
    manifest = current_release(settings)
    if manifest is None:
        raise user_error("release.none")
    folder = (output or settings.home_dir / "docs" / "checks").resolve()
    with tempfile.TemporaryDirectory(prefix="checks-") as aside:
        site = Path(aside) / "site"
        with _copy(settings.warehouse_file, Path(aside)) as connection:
            counts = _build(connection, site)
        take_offline(site)
        suites = [find_pages(site, name, *counted) for name, counted in counts.items()]
        write_index(site, manifest.release_id, suites, settings.language)
        shutil.rmtree(site / "static")
        _replace(folder, site)
    return folder / "index.html"


@contextmanager
def _copy(release: Path, folder: Path) -> Iterator[DuckDBPyConnection]:
    """The release in a file of its own: the batches are views that must be made.

    A release keeps the deliveries in staging, not in landing, where the batches look.
    """
    database = folder / DATABASE_NAME
    shutil.copyfile(release, database)
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema if not exists landing")
        connection.execute(
            "create or replace view landing.deliveries as "
            "from staging.stg_ledger__deliveries"
        )
        yield connection


def _replace(folder: Path, site: Path) -> None:
    """Put the site in a folder, without the pages of an earlier one."""
    for part in PARTS:
        shutil.rmtree(folder / part, ignore_errors=True)
    shutil.copytree(site, folder, dirs_exist_ok=True)


def _build(connection: DuckDBPyConnection, site: Path) -> dict[str, tuple[int, int]]:
    """Validate every suite and write its pages; how many checks ran and failed."""
    # Great Expectations takes seconds to import; only these pages may pay for that.
    import great_expectations as gx  # noqa: PLC0415

    from expectations.catalogue.catalogue import load_catalogue  # noqa: PLC0415
    from expectations.gate.batches import prepared_batches  # noqa: PLC0415
    from expectations.gate.engine import quiet_context  # noqa: PLC0415
    from expectations.gate.relations import SCHEMA  # noqa: PLC0415
    from expectations.gate.suites import build_suites  # noqa: PLC0415

    checks = [check for check in load_catalogue() if check.runs_at("release")]
    with (
        prepared_batches(connection, checks) as batches,
        quiet_context(connection, SCHEMA) as (context, datasource),
    ):
        context.add_data_docs_site(SITE, _site_config(site))
        counts = {}
        runnable = [check for check in checks if check.entity in batches.names]
        for suite in build_suites(runnable):
            asset = datasource.add_table_asset(suite.name, table_name=suite.name)
            batch = asset.add_batch_definition_whole_table("all")
            definition = gx.ValidationDefinition(
                name=suite.name, data=batch, suite=context.suites.add(suite)
            )
            outcome = context.validation_definitions.add(definition).run()
            failed = sum(not result.success for result in outcome.results)
            counts[suite.name] = (len(outcome.results), failed)
        context.build_data_docs(site_names=[SITE])
    return counts


def _site_config(site: Path) -> Any:  # noqa: ANN401  a type of Great Expectations
    return {
        "class_name": "SiteBuilder",
        "show_how_to_buttons": False,
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(site),
        },
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
    }
