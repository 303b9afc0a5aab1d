"""A ledger with a delivery of two districts each in its own state."""

import pytest

from tests.unit.explanations.ledgers import new_delivery
from warehouse.ledger.tables import State
from warehouse.settings import Settings


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture
def centrum(home) -> str:
    """A held delivery of Centrum."""
    return new_delivery(home, district="centrum", file_name="centrum_100%.csv")


@pytest.fixture
def noord(home) -> str:
    """An accepted delivery of Noord."""
    states = (State.RECEIVED, State.ACCEPTED)
    return new_delivery(home, *states, district="noord", file_name="noord.csv")
