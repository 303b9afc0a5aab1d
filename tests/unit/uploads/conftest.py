"""An empty home, the ledger of it, and people who upload to it."""

import io

import pytest

from warehouse.deliveries.uploads.record import Said, new_upload
from warehouse.identity import Identity, Role
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import Channel
from warehouse.settings import Settings


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture
def ledger(settings):
    with open_ledger(settings.database_url) as opened:
        yield opened


@pytest.fixture
def coordinator() -> Identity:
    return Identity("u-coordinator", "Coordinator", Role.COORDINATOR)


@pytest.fixture
def deliverer() -> Identity:
    return Identity("u-centrum", "Centrum", Role.DELIVERER, frozenset({"centrum"}))


@pytest.fixture
def start(ledger):
    """Write an upload down, as the service does; gives its id."""

    def begin(who: Identity, said: Said | None = None, name: str = "form.csv") -> str:
        with ledger.writing() as session:
            upload = new_upload(session, who, name, said or Said(), Channel.PERSON)
            return upload.upload_id

    return begin


class Counting(io.BytesIO):
    """A stream that knows how many bytes were taken from it."""

    taken = 0

    def read(self, size=-1, /):
        chunk = super().read(size)
        self.taken += len(chunk)
        return chunk
