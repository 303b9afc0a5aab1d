"""The data dictionary of the published release: every model, column, test and use."""

import shutil
import tempfile
from pathlib import Path

from warehouse.messages import user_error
from warehouse.releases.dbt import DbtWorkplace, described, run_dbt
from warehouse.releases.store import DATABASE_NAME
from warehouse.settings import Settings


def write_docs(settings: Settings) -> Path:
    """Write dbt's documentation as one page; returns where.

    Raises UserError without a release. The release itself is not opened.
    """
    if not settings.warehouse_file.exists():
        raise user_error("release.none")
    settings.work_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="docs-", dir=settings.work_dir) as folder:
        place = DbtWorkplace(Path(folder) / DATABASE_NAME, Path(folder))
        shutil.copyfile(settings.warehouse_file, place.database)
        failures = run_dbt("docs generate", place, ["--static"])
        if failures:
            raise user_error("release.no_docs", nodes=described(failures))
        page = settings.home_dir / "docs" / "index.html"
        page.parent.mkdir(exist_ok=True)
        shutil.copyfile(place.folder / "target" / "static_index.html", page)
    return page
