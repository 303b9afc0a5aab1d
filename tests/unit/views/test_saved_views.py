"""Views under a name: everybody has their own, and at most one to start on."""

import pytest

from warehouse.errors import UserError
from warehouse.ledger.connection import open_ledger
from warehouse.notes.saved_views import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    MOST_VIEWS,
    find_start,
    keep_view,
    list_views,
    remove_view,
    start_on,
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    file = tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    with open_ledger(f"sqlite:///{file}") as opened:
        yield opened


@pytest.fixture
def session(ledger):
    with ledger.reading() as opened:
        yield opened
        opened.rollback()


def names(session, user_id):
    return [view.name for view in list_views(session, user_id)]


def test_everybody_has_their_own_views_by_name(session):
    keep_view(session, "anna", "zuid", "/", "?district=zuid")
    keep_view(session, "anna", "  Mijn   wijk ", "/bereik", "?district=noord")
    keep_view(session, "bram", "zuid", "/", "")
    assert names(session, "anna") == ["Mijn wijk", "zuid"]
    assert names(session, "bram") == ["zuid"]


def test_a_view_of_the_same_name_is_replaced(session):
    first = keep_view(session, "anna", "wijk", "/", "?district=zuid")
    start_on(session, "anna", first.view_id)
    again = keep_view(session, "anna", "wijk", "/bereik", "")
    assert (again.view_id, again.path, again.search) == (first.view_id, "/bereik", "")
    assert again.is_start
    assert names(session, "anna") == ["wijk"]


def test_one_starts_on_one_view_or_on_none(session):
    one = keep_view(session, "anna", "een", "/", "")
    other = keep_view(session, "anna", "twee", "/", "?period=2009")
    theirs = keep_view(session, "bram", "een", "/", "")
    start_on(session, "bram", theirs.view_id)
    start_on(session, "anna", one.view_id)
    start_on(session, "anna", other.view_id)
    session.flush()
    assert find_start(session, "anna").name == "twee"
    start_on(session, "anna", None)
    session.expire_all()
    assert find_start(session, "anna") is None
    assert find_start(session, "bram").name == "een"


def test_another_persons_view_is_out_of_reach(session):
    theirs = keep_view(session, "bram", "een", "/", "")
    for attempt in (start_on, remove_view):
        with pytest.raises(UserError):
            attempt(session, "anna", theirs.view_id)
    assert names(session, "bram") == ["een"]


def test_a_view_is_thrown_away(session):
    view = keep_view(session, "anna", "weg ermee", "/", "")
    assert remove_view(session, "anna", view.view_id) == "weg ermee"
    session.flush()
    assert names(session, "anna") == []


@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("", ""),
        ("  ", ""),
        ("x" * (LONGEST_NAME + 1), ""),
        ("naam", "?" + "x" * LONGEST_ADDRESS),
    ],
)
def test_what_cannot_be_kept_is_refused(session, name, search):
    with pytest.raises(UserError):
        keep_view(session, "anna", name, "/", search)
    assert names(session, "anna") == []


def test_nobody_keeps_views_without_end(session):
    for place in range(MOST_VIEWS):
        keep_view(session, "anna", f"view {place}", "/", "")
    with pytest.raises(UserError):
        keep_view(session, "anna", "one more", "/", "")
    keep_view(session, "anna", "view 1", "/", "?period=2009")
