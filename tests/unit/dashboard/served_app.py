"""An app on a home folder with a small release and an account for every role."""

import os
from pathlib import Path

from small_release import write_release

from dashboard.app import create_app
from tests.accounts import make_accounts
from tests.unit.workspace.small_tables import write_manifest
from warehouse.settings import Settings


class Publisher:
    """Publishes releases as the warehouse does: a new file, then the link."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.link = home / "warehouse.duckdb"

    def publish(self, release_id: str, extra_signals: int = 0) -> Path:
        folder = self.home / "releases" / release_id
        folder.mkdir(parents=True)
        file = write_release(folder / "warehouse.duckdb", extra_signals)
        write_manifest(folder)
        aside = self.home / "aside"
        aside.symlink_to(file.relative_to(self.home))
        os.replace(aside, self.link)
        return file


def app_on(home: Path, **changes):
    """The app on a home folder in which every role has an account.

    `changes` are settings that differ from the default.
    """
    settings = Settings(_env_file=None, home=home, language="nl", **changes)
    make_accounts(settings)
    return create_app(settings)
