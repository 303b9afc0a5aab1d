"""The app with a small release, and pages of it as documents."""

import duckdb
import pytest
from served_app import Publisher, app_on

from tests.accounts import client_of


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    home = Publisher(tmp_path_factory.mktemp("home"))
    hide_shares(home.publish("first"))
    return app_on(home.home)


@pytest.fixture(scope="session")
def client(app):
    """Somebody of the coordination point, signed in."""
    return client_of(app)


def hide_shares(file):
    """Hide every share from who may not see small numbers."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "insert into marts.indicator_hidden select state_id, line_id"
            " from marts.indicator_prepared where denominator is not null"
        )
