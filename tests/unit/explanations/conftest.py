"""A ledger with deliveries in it."""

import pytest

from tests.unit.explanations.ledgers import new_delivery
from warehouse.settings import Settings


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture
def delivery_id(home) -> str:
    return new_delivery(home)
