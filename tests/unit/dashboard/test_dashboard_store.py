"""The store follows the link and never disturbs who is still reading."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.charts import remarks
from dashboard.release import registration_queries
from dashboard.server.release_store import NoReleaseError, Store

SIGNALS = (
    "select numerator from marts.indicator_prepared"
    " join marts.indicator_states using (state_id)"
    " join marts.indicator_lines using (line_id)"
    " where indicator_id = 'signals' and period_type = 'total'"
    " and district is null and pilot is null"
)


def signals(release):
    return release.rows(SIGNALS)[0]["numerator"]


def test_without_a_release_says_so(tmp_path):
    store = Store(tmp_path / "warehouse.duckdb")
    assert store.current_id() is None
    with pytest.raises(NoReleaseError):
        store.current()


def test_a_new_release_is_seen_and_the_old_one_stays_readable(publisher):
    publisher.publish("first")
    store = Store(publisher.link)
    old = store.current()
    assert (old.id, signals(old)) == ("first", 75)
    publisher.publish("second", extra_signals=5)
    new = store.current()
    assert (new.id, signals(new), store.current_id()) == ("second", 80, "second")
    assert signals(old) == 75


def test_rolling_back_is_followed_too(publisher):
    first = publisher.publish("first")
    publisher.publish("second", extra_signals=5)
    store = Store(publisher.link)
    assert signals(store.current()) == 80
    publisher.link.unlink()
    publisher.link.symlink_to(first)
    assert signals(store.current()) == 75


def test_a_broken_link_keeps_the_last_release(publisher):
    publisher.publish("first")
    store = Store(publisher.link)
    store.current()
    publisher.link.unlink()
    publisher.link.symlink_to("gone.duckdb")
    assert store.current().id == "first"


def test_many_readers_during_a_switch_never_fail(publisher):
    publisher.publish("first")
    store = Store(publisher.link)
    problems, seen = [], set()

    def read():
        try:
            for _ in range(40):
                release = store.current()
                seen.add((release.id, signals(release)))
        except Exception as problem:
            problems.append(problem)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    publisher.publish("second", extra_signals=5)
    for reader in readers:
        reader.join()
    assert not problems
    assert seen <= {("first", 75), ("second", 80)}


def test_a_release_cannot_be_written(publisher):
    publisher.publish("first")
    release = Store(publisher.link).current()
    with pytest.raises(Exception, match="read-only"):
        release.rows("create table marts.mine (a int)")


def test_what_several_ask_at_a_time_is_found_once(publisher):
    publisher.publish("first")
    release = Store(publisher.link).current()
    found = []

    def find():
        time.sleep(0.2)
        found.append(1)
        return "answer"

    with ThreadPoolExecutor(8) as people:
        answers = list(people.map(lambda _: release.remember("key", find), range(8)))
    assert answers == ["answer"] * 8
    assert len(found) == 1


def test_what_could_not_be_found_is_looked_for_again(publisher):
    publisher.publish("first")
    release = Store(publisher.link).current()
    with pytest.raises(ZeroDivisionError):
        release.remember("key", lambda: 1 / 0)
    assert release.remember("key", lambda: "answer") == "answer"


def test_every_release_is_prepared_before_anybody_gets_it(publisher):
    prepared = []
    store = Store(publisher.link, lambda release: prepared.append(release.id))
    publisher.publish("first")
    assert (store.current().id, store.current().id) == ("first", "first")
    publisher.publish("second")
    assert store.current().id == "second"
    assert prepared == ["first", "second"]


@pytest.mark.parametrize("districts", [None, [], ["noord"]])
def test_what_districts_said_is_found_for_whoever_sees_some_or_none(
    publisher, districts
):
    publisher.publish("first")
    release = Store(publisher.link).current()
    parameters = {"district": None, "districts": districts}
    assert remarks._read(release, parameters) == registration_queries.statements(
        release, parameters
    )


def test_large_answers_take_the_place_of_those_that_nobody_asked_again(
    publisher, monkeypatch
):
    monkeypatch.setattr("dashboard.server.release_store._REMEMBERED_VALUES", 10)
    publisher.publish("first")
    release = Store(publisher.link).current()
    searched = []

    def ask(key, values):
        def find():
            searched.append(key)
            return values

        assert release.remember(key, find, len) == values

    ask("old", [0] * 4)
    ask("used", [0] * 4)
    ask("old", [0] * 4)
    ask("new", [0] * 4)
    assert searched == ["old", "used", "new"]
    ask("old", [0] * 4)
    ask("used", [0] * 4)
    assert searched == ["old", "used", "new", "used"]
    ask("larger than all", [0] * 11)
    ask("old", [0] * 4)
    assert searched[4:] == ["larger than all", "old"]
