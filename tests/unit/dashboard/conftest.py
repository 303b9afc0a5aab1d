"""A small release behind the link that the dashboard follows, and the app on it."""

import pytest
from served_app import Publisher, app_on

from tests.accounts import client_of


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path)


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    return app_on(home.home)


@pytest.fixture
def client(app):
    """Somebody of the coordination point, signed in; `client_of` makes others."""
    return client_of(app)
