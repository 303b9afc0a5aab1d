"""The demonstration with its interface, asked in process."""

import shutil

import pytest
from served_app import app_on

from tests.api.tokens import bearer


@pytest.fixture(scope="session")
def home(demo_home, tmp_path_factory):
    """A copy of the demonstration: what is asked may change it."""
    folder = tmp_path_factory.mktemp("api") / "home"
    return shutil.copytree(demo_home, folder, symlinks=True)


@pytest.fixture(scope="session")
def app(home):
    return app_on(home, requests_per_minute=1_000_000)


@pytest.fixture(scope="session")
def settings(app):
    return app.server.extensions["settings"]


@pytest.fixture
def client(app):
    return app.server.test_client()


@pytest.fixture(scope="session")
def headers(settings):
    """The header of a token per role."""
    made = {}

    def of(name: str) -> dict[str, str]:
        if name not in made:
            made[name] = bearer(settings, name)
        return made[name]

    return of


@pytest.fixture
def get(client, headers):
    """Ask something as a role: the answer."""

    def ask(path: str, name: str = "coordinator", **options):
        return client.get(f"/api/v1{path}", headers=headers(name), **options)

    return ask
