"""Requests are counted for all workers together, and who guesses is slowed down."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter
from served_app import app_on

from dashboard.access.counts import SharedCounts
from tests.accounts import PASSWORD, client_of, post_form

COUNT = """
import sys
from dashboard.access.counts import SharedCounts
counts = SharedCounts(sys.argv[1])
for _ in range(200):
    counts.incr("key", 60)
"""


@pytest.fixture
def counts(tmp_path):
    return SharedCounts(f"eropaf-counts://{tmp_path / 'limits.sqlite'}")


def test_two_processes_count_together(counts, tmp_path):
    address = f"eropaf-counts://{tmp_path / 'limits.sqlite'}"
    workers = [
        subprocess.Popen([sys.executable, "-c", COUNT, address]) for _ in range(2)
    ]
    assert [worker.wait(60) for worker in workers] == [0, 0]
    assert counts.get("key") == 400


def test_a_count_begins_anew_when_its_time_is_over(counts, monkeypatch):
    clock = SimpleNamespace(time=lambda: 1000.0)
    monkeypatch.setattr("dashboard.access.counts.time", clock)
    assert [counts.incr("key", 60) for _ in range(3)] == [1, 2, 3]
    assert counts.get_expiry("key") == 1060
    clock.time = lambda: 1060.0
    assert counts.get("key") == 0
    assert counts.incr("key", 60) == 1


def test_what_is_over_is_swept(counts, monkeypatch):
    clock = SimpleNamespace(time=lambda: 1000.0)
    monkeypatch.setattr("dashboard.access.counts.time", clock)
    counts.incr("old", 60)
    clock.time = lambda: 1100.0
    counts.incr("new", 60)
    counts.sweep()
    assert counts.reset() == 1


def test_the_library_limits_with_these_counts(counts):
    limiter = FixedWindowRateLimiter(counts)
    item = RateLimitItemPerMinute(2)
    assert [limiter.hit(item, "somebody") for _ in range(3)] == [True, True, False]
    assert limiter.hit(item, "somebody else")
    limiter.clear(item, "somebody")
    assert limiter.test(item, "somebody")


def test_failed_sign_ins_of_an_address_are_limited(tmp_path):
    app = app_on(tmp_path, sign_ins_per_minute=3, sign_in_attempts=100)
    wrong = {"user_name": "viewer", "password": "wrong"}
    client = client_of(app, None)
    for _ in range(4):
        client_of(app, "viewer")  # who succeeds is not counted
    for _ in range(3):
        assert post_form(client, "/inloggen", wrong).status_code == 401
    answer = post_form(client, "/inloggen", wrong | {"password": PASSWORD})
    assert answer.status_code == 429


def test_requests_of_a_session_are_limited(tmp_path):
    app = app_on(tmp_path, requests_per_minute=12)
    client, other = client_of(app, "viewer"), client_of(app, "coordinator")
    answers = [client.get("/release").status_code for _ in range(13)]
    assert answers[-1] == 429
    assert answers[0] == 200
    assert other.get("/release").status_code == 200
    assert all(client.get("/healthz").status_code == 200 for _ in range(5))
