"""The app with a small release, and pages of it as documents."""

import pytest
from served_app import Publisher, app_on

from tests.accounts import client_of


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    return app_on(home.home)


@pytest.fixture(scope="session")
def client(app):
    """Somebody of the coordination point, signed in."""
    return client_of(app)
