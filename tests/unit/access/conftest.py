"""The app with a small release, and everybody signed in to it once."""

import pytest
from served_app import Publisher, app_on

from tests.accounts import ROLES, client_of


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    home.publish("first")
    # Tests fail to sign in more often than people do.
    return app_on(home.home, sign_ins_per_minute=1000)


@pytest.fixture(scope="module")
def clients(app):
    """A client for every account, and for nobody under None."""
    return {name: client_of(app, name) for name in (None, *ROLES)}
