"""A small release behind the link that the dashboard follows, and the app on it."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_release import write_release

from dashboard.app import create_app


class Publisher:
    """Publishes releases as the warehouse does: a new file, then the link."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.link = home / "warehouse.duckdb"

    def publish(self, release_id: str, extra_signals: int = 0) -> Path:
        folder = self.home / "releases" / release_id
        folder.mkdir(parents=True)
        file = write_release(folder / "warehouse.duckdb", extra_signals)
        aside = self.home / "aside"
        aside.symlink_to(file.relative_to(self.home))
        os.replace(aside, self.link)
        return file


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path)


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    return create_app(SimpleNamespace(language="nl", warehouse_file=home.link))


@pytest.fixture
def client(app):
    return app.server.test_client()
