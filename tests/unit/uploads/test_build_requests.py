"""Releases that are asked for: taken together, one at a time, tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from warehouse.errors import UserError
from warehouse.jobs import build_requests
from warehouse.jobs.build_requests import request_build, retry_build
from warehouse.jobs.visibility import read_visibility
from warehouse.ledger.workspace_tables import BuildRequest, BuildState
from warehouse.messages import user_error
from warehouse.releases.files import exclusive_lock
from warehouse.releases.lock import build_lock
from warehouse.worker import build_process, run_builds
from warehouse.worker.run_builds import BUILDER_LOCK, reopen_dead_builds, run_build


@pytest.fixture
def queued(monkeypatch):
    """The builds that were queued, with when."""
    found = []
    monkeypatch.setattr(build_requests, "job_queue", lambda _: Queue(found))
    return found


class Queue:
    def __init__(self, found):
        self.found = found

    def build(self, build_id, due_at):
        self.found.append((build_id, due_at))


@pytest.fixture
def ask(ledger):
    def request(delay=0):
        with ledger.writing() as session:
            return request_build(session, "Coordinator", delay)

    return request


@pytest.fixture
def state(ledger):
    def read(build_id) -> BuildRequest:
        with ledger.reading() as session:
            return session.get_one(BuildRequest, build_id)

    return read


@pytest.fixture
def process(monkeypatch):
    """Stands for the process that builds; does what `act` says."""

    class Process:
        act = staticmethod(lambda settings, build_id: None)
        started = 0

        def start(self, settings, module, argument, descriptors):
            assert module == "warehouse.worker.build_process"
            assert len(descriptors) == 1
            self.started += 1
            self.act(settings, int(argument))
            return self

        def wait(self):
            return 0

    made = Process()
    monkeypatch.setattr(run_builds, "start_module", made.start)
    return made


def test_several_acceptances_share_a_build(ask, ledger):
    first, second = ask(60), ask(60)
    assert first.build_id == second.build_id
    assert first.due_at - first.requested_at == timedelta(seconds=60)
    with ledger.reading() as session:
        assert len(list(session.scalars(select(BuildRequest)))) == 1


def test_a_build_is_made_once(settings, ask, state, process, queued):
    build_id = ask().build_id
    process.act = lambda *_: run_builds.end_build(
        settings, build_id, BuildState.PUBLISHED, "r1"
    )
    run_build(settings, build_id)
    run_build(settings, build_id)
    assert process.started == 1
    assert (state(build_id).state, state(build_id).release_id) == (
        BuildState.PUBLISHED,
        "r1",
    )


def test_what_is_accepted_during_a_build_waits_for_the_next(
    settings, ask, state, process, queued
):
    first = ask().build_id
    later = []

    def act(*_):
        later.append(ask(30).build_id)
        run_build(settings, later[0])
        run_builds.end_build(settings, first, BuildState.PUBLISHED, "r1")

    process.act = act
    run_build(settings, first)
    assert process.started == 1
    assert state(later[0]).state is BuildState.WAITING
    assert queued[-1][0] == later[0]


def test_a_build_whose_process_died_waits_again_a_few_times(
    settings, ask, state, process, queued
):
    build_id = ask().build_id
    for attempt in range(run_builds.MOST_ATTEMPTS):
        assert state(build_id).state is BuildState.WAITING
        run_build(settings, build_id)
        assert state(build_id).attempts == attempt + 1
    assert state(build_id).state is BuildState.FAILED
    assert "bewaard" in state(build_id).message_nl


def test_a_build_that_still_runs_is_left_alone(settings, ask, state, ledger):
    build_id = ask().build_id
    with ledger.writing() as session:
        session.get_one(BuildRequest, build_id).state = BuildState.BUILDING
    with exclusive_lock(settings.home_dir / BUILDER_LOCK):
        reopen_dead_builds(settings)
    assert state(build_id).state is BuildState.BUILDING


def test_a_build_that_is_just_begun_is_not_taken_for_dead(
    settings, ask, state, process, queued
):
    build_id = ask().build_id

    def act(*_):
        reopen_dead_builds(settings)
        assert state(build_id).state is BuildState.BUILDING
        run_builds.end_build(settings, build_id, BuildState.PUBLISHED, "r1")

    process.act = act
    run_build(settings, build_id)
    assert (process.started, state(build_id).attempts) == (1, 1)


def test_a_failed_build_says_why(settings, ask, monkeypatch, ledger):
    def fail(_settings):
        raise user_error("release.landing_unreadable", delivery_id="D", file="f")

    monkeypatch.setattr(build_process, "build_release", fail)
    build_process.build_requested(settings, ask().build_id)
    with ledger.reading() as session:
        seen = read_visibility(settings, session)
    assert seen.build is BuildState.FAILED
    assert "D" in seen.told.nl


def test_a_failed_build_can_be_tried_again_by_who_decides(
    settings, ask, queued, coordinator, deliverer
):
    build_id = ask().build_id
    run_builds.end_build(settings, build_id, BuildState.FAILED)
    with pytest.raises(UserError):
        retry_build(settings, deliverer)
    retry_build(settings, coordinator)
    again, due_at = queued[-1]
    assert again != build_id
    assert due_at <= datetime.now(UTC)


def test_an_unforeseen_fault_is_told_in_plain_words(settings, ask, state, monkeypatch):
    def fail(_settings):
        raise ValueError("a value that may be somebody's")

    monkeypatch.setattr(build_process, "build_release", fail)
    build_id = ask().build_id
    build_process.build_requested(settings, build_id)
    assert state(build_id).state is BuildState.FAILED
    assert "somebody" not in state(build_id).message_en


def test_a_build_by_hand_is_waited_for(settings, ask, state, ledger):
    build_id = ask().build_id
    with ledger.writing() as session:
        session.get_one(BuildRequest, build_id).state = BuildState.BUILDING
    with build_lock(settings.home_dir):
        build_process.build_requested(settings, build_id)
    found = state(build_id)
    assert found.state is BuildState.WAITING
    assert found.due_at > datetime.now(UTC)
