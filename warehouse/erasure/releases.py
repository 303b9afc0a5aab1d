"""Erasing rows from the kept releases, each replaced by one without them."""

import re
import shutil
from datetime import UTC, datetime

from warehouse.erasure.release_file import write_without
from warehouse.erasure.search import Rows
from warehouse.releases.files import switch_link
from warehouse.releases.manifest import Erased, Manifest
from warehouse.releases.store import (
    DATABASE_NAME,
    current_release,
    list_releases,
    place_release,
)
from warehouse.settings import Settings

PREFIX = "erase-"
_EARLIER = re.compile(r"-e\d+$")


def erase_from_releases(settings: Settings, erasure_id: int, rows: Rows) -> None:
    """Replace every release that holds some of the rows.

    A release never changes under its name, because readers keep it open: the one that
    takes its place is called after the erasure. Whoever holds the build lock may do
    this again after it was broken off.
    """
    for left in settings.work_dir.glob(f"{PREFIX}*"):
        shutil.rmtree(left)
    for manifest in list_releases(settings):
        done = {one.erasure_id for one in manifest.erasures}
        held = {
            one.delivery_id: rows[one.delivery_id]
            for one in manifest.deliveries
            if one.delivery_id in rows
        }
        if held and erasure_id not in done:
            _replace(settings, manifest, erasure_id, held)


def replaced_by(settings: Settings, erasure_id: int) -> dict[str, Manifest]:
    """The releases that an erasure made, by the id of what each replaced."""
    return {
        one.replaces: manifest
        for manifest in list_releases(settings)
        for one in manifest.erasures
        if one.erasure_id == erasure_id
    }


def _replace(
    settings: Settings, manifest: Manifest, erasure_id: int, rows: Rows
) -> None:
    old = settings.releases_dir / manifest.release_id
    new_id = f"{_EARLIER.sub('', manifest.release_id)}-e{erasure_id}"
    new = settings.releases_dir / new_id
    if not new.exists():
        folder = settings.work_dir / f"{PREFIX}{new_id}"
        folder.mkdir(parents=True)
        lost = write_without(old / DATABASE_NAME, folder, rows)
        if not lost:
            shutil.rmtree(folder)
            return
        place_release(settings, folder, _noted(manifest, new_id, erasure_id, lost))
    current = current_release(settings)
    if current and current.release_id == manifest.release_id:
        switch_link(settings.warehouse_file, new / DATABASE_NAME)
    # Out of sight at once, and swept should this be broken off.
    gone = settings.work_dir / f"{PREFIX}{manifest.release_id}.gone"
    old.rename(gone)
    shutil.rmtree(gone)


def _noted(
    manifest: Manifest, release_id: str, erasure_id: int, lost: dict[str, int]
) -> Manifest:
    """The manifest of a release with what it lost."""
    erased = Erased(
        erasure_id=erasure_id,
        erased_at=datetime.now(UTC),
        replaces=manifest.release_id,
        rows=sum(lost.values()),
    )
    left = {name: rows - lost.get(name, 0) for name, rows in manifest.rows.items()}
    return manifest.model_copy(
        update={
            "release_id": release_id,
            "rows": left,
            "erasures": [*manifest.erasures, erased],
        }
    )
