"""The releases on disk: which there are, which is current, and switching."""

import shutil
from pathlib import Path

from warehouse.messages import user_error
from warehouse.releases.files import switch_link, sync_file, sync_folder
from warehouse.releases.lock import build_lock
from warehouse.releases.manifest import FILE_NAME, Manifest
from warehouse.settings import Settings

DATABASE_NAME = "warehouse.duckdb"
"""Every release's file has the name that readers open: DuckDB takes the name of the
catalogue from it, and views carry that name."""


def list_releases(settings: Settings) -> list[Manifest]:
    """The manifests of the kept releases, the newest first."""
    folders = settings.releases_dir.glob(f"*/{FILE_NAME}")
    return [Manifest.read(file.parent) for file in sorted(folders, reverse=True)]


def current_release(settings: Settings) -> Manifest | None:
    """The manifest of the published release, if there is one."""
    file = settings.warehouse_file
    return Manifest.read(file.resolve().parent) if file.exists() else None


def publish(settings: Settings, folder: Path, manifest: Manifest) -> None:
    """Move a finished release among the others and switch every reader to it."""
    released = place_release(settings, folder, manifest)
    switch_link(settings.warehouse_file, released / DATABASE_NAME)


def place_release(settings: Settings, folder: Path, manifest: Manifest) -> Path:
    """Move a finished release among the others; where it lies now."""
    manifest.write(folder)
    for name in (DATABASE_NAME, FILE_NAME):
        sync_file(folder / name)
    sync_folder(folder)
    settings.releases_dir.mkdir(parents=True, exist_ok=True)
    released = settings.releases_dir / manifest.release_id
    folder.rename(released)
    sync_folder(settings.releases_dir)
    return released


def prune(settings: Settings) -> None:
    """Remove all but the newest releases; the published one always stays."""
    current = current_release(settings)
    for manifest in list_releases(settings)[settings.keep_releases :]:
        if current is None or manifest.release_id != current.release_id:
            shutil.rmtree(settings.releases_dir / manifest.release_id)


def rollback(settings: Settings, release_id: str) -> Manifest:
    """Publish an earlier release again; UserError when it is not kept."""
    with build_lock(settings.home_dir):
        for manifest in list_releases(settings):
            if manifest.release_id == release_id:
                file = settings.releases_dir / release_id / DATABASE_NAME
                switch_link(settings.warehouse_file, file)
                return manifest
    raise user_error("release.unknown", release_id=release_id)
