"""The store follows the link and never disturbs who is still reading."""

import threading

import pytest

from dashboard.store import NoReleaseError, Store

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
