"""Twenty uploads at once, and the whole server killed in the middle."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pyarrow.parquet as pq
import pytest
from sqlalchemy import select

from tests.integration.served_uploads import Person, Server, add_people, wait_until
from warehouse.deliveries.acceptances import ask_acceptance
from warehouse.deliveries.placing import NOWHERE
from warehouse.identity import Identity, Role
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import Step, Upload, UploadState
from warehouse.settings import Settings

DISTRICTS = ("centrum", "noord", "zuidoost", "westerpark", "osdorp")
FILES_EACH = 4
ROWS = 8
SAID = '{"pilot": "stedelijk-2009"}'
# No release is built meanwhile: that is another test.
LATER = {"EROPAF_BUILD_DELAY": "3600"}


@pytest.fixture
def settings(demo_home, tmp_path) -> Settings:
    home = tmp_path / "home"
    home.mkdir()
    (home / "gate").symlink_to(demo_home / "gate")
    chosen = Settings(home=home, _env_file=None)
    add_people(chosen, {district: [district] for district in DISTRICTS})
    return chosen


def files() -> dict[tuple[str, str], bytes]:
    """The files by account and name, no two alike."""
    return {
        (district, f"{district}-{number}.csv"): claims(f"{district}-{number}")
        for district in DISTRICTS
        for number in range(FILES_EACH)
    }


def claims(key: str) -> bytes:
    """A list of claims: of all formats the gate is quickest with it."""
    header = "declaratienr;maand;instelling;product;meldnummer;uren;tarief;bedrag"
    rows = [f"{key}-{row};2009-02;MaDi;er-op-af;;2;50;100" for row in range(ROWS)]
    return "\n".join([header, *rows, ""]).encode()


def send_all(server: Server, wanted: dict[tuple[str, str], bytes]) -> list[int]:
    """Everybody sends their files, all at once; the statuses, 0 for no answer."""
    people = {name: Person(server.address, name) for name, _file in wanted}

    def send(one: tuple[tuple[str, str], bytes]) -> int:
        (account, name), content = one
        try:
            return people[account].upload(content, name, SAID).status_code
        except httpx.HTTPError:
            return 0

    with ThreadPoolExecutor(len(wanted)) as pool:
        return list(pool.map(send, wanted.items()))


def uploads(settings) -> list[Upload]:
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return list(session.scalars(select(Upload)))


def deliveries(settings, *states: State):
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return list_deliveries(session, states)


def landed(settings) -> dict[str, int]:
    """The rows of every landing file; a half file cannot be read."""
    return {
        file.stem: pq.read_metadata(file).num_rows
        for file in settings.landing_dir.iterdir()
    }


def is_settled(settings) -> bool:
    return all(one.state is not UploadState.RUNNING for one in uploads(settings))


@pytest.mark.slow
def test_twenty_uploads_survive_a_kill(settings):
    server = Server(settings.home_dir, **LATER)
    wanted = files()
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send_all, server, wanted)
        wait_until(lambda: any(one.delivery_id for one in uploads(settings)))
        server.kill()
        sending.result()
    first = uploads(settings)
    assert any(one.step is not Step.READ for one in first), "the kill came too late"
    taken_in = {one.delivery_id for one in first if one.delivery_id}

    server = Server(settings.home_dir, **LATER)
    try:
        wait_until(lambda: is_settled(settings))
        lost = [one for one in uploads(settings) if one.state is not UploadState.DONE]
        assert {one.state for one in lost} <= {UploadState.INTERRUPTED}
        # Who is told to upload again does so; one that did arrive is sent twice.
        arrived = {one.file_name for one in uploads(settings) if one.delivery_id}
        again = {key: file for key, file in wanted.items() if key[1] not in arrived}
        twice = next(key for key in wanted if key[1] in arrived)
        again[twice] = wanted[twice]
        assert set(send_all(server, again)) == {202}
        wait_until(lambda: is_settled(settings))
        held = deliveries(settings, State.HELD)
        assert sorted(one.file_name for one in held) == sorted(
            name for _account, name in wanted
        )
        assert taken_in <= {one.delivery_id for one in held}

        accept_all(settings, [one.delivery_id for one in held[:6]])
        wait_until(lambda: deliveries(settings, State.ACCEPTED))
        server.kill()
        server = Server(settings.home_dir, **LATER)
        wait_until(lambda: len(deliveries(settings, State.ACCEPTED)) == 6)
    finally:
        server.stop()

    there = deliveries(settings, State.HELD, State.ACCEPTED)
    assert landed(settings) == {one.delivery_id: ROWS for one in there}
    assert len(there) == len(wanted)
    accepted = deliveries(settings, State.ACCEPTED)
    assert sorted(one.sequence for one in accepted) == list(range(1, 7))
    # A half file may still lie aside, until it is a day old (test_sweeping).
    assert not list(settings.landing_dir.glob("*.part"))


def accept_all(settings, ids: list[str]) -> None:
    who = Identity("u-coordinator", "Coordinator", Role.COORDINATOR)
    for delivery_id in ids:
        ask_acceptance(settings, delivery_id, NOWHERE, by=who)
