"""A ledger of one test's own."""

import pytest

from warehouse.ledger.connection import open_ledger
from warehouse.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(_env_file=None, home=tmp_path)


@pytest.fixture
def ledger(settings):
    with open_ledger(settings.database_url) as opened:
        yield opened
