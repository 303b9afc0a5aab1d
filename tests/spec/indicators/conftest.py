"""One scratch warehouse for all specs of indicators."""

import pytest

from tests.spec.indicators.world import World, build_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Empty facts under the real models."""
    return build_world(tmp_path_factory.mktemp("indicators"))
