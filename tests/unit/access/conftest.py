"""The app with a small release, and everybody signed in to it once."""

import pytest
from served_app import Publisher, app_on

from tests.accounts import ROLES, client_of


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    return app_on(home.home)


@pytest.fixture(scope="module")
def clients(app):
    """A client for every account, and for nobody under None."""
    return {name: client_of(app, name) for name in (None, *ROLES)}
