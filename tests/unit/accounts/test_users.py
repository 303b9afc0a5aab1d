"""Accounts are made, changed and shut, and somebody can always keep them."""

import pytest

from tests.accounts import account, identity_of
from warehouse.accounts import users
from warehouse.accounts.demonstration import USERS, make_demonstration_accounts
from warehouse.accounts.passwords import is_right
from warehouse.accounts.sessions import open_sessions, start_session
from warehouse.accounts.users import NewUser
from warehouse.errors import UserError
from warehouse.identity import COMMAND_LINE, Role
from warehouse.ledger.account_tables import AuditEntry

BOSS = identity_of("administrator")


@pytest.fixture
def session(ledger):
    with ledger.writing() as opened:
        opened.add(account("administrator", Role.ADMINISTRATOR))
        opened.flush()
        yield opened


def add(session, **changes):
    wish = {"user_name": "An", "display_name": " An  de Wit ", "role": Role.DELIVERER}
    wish |= {"districts": ["noord", "centrum"]} | changes
    return users.add_user(session, NewUser(**wish), BOSS)


def test_an_account_is_made_with_a_password_for_one_time(session):
    user, password = add(session)
    assert (user.user_name, user.display_name) == ("an", "An de Wit")
    assert user.districts == ["centrum", "noord"]
    assert user.must_change_password
    assert is_right(user.password_hash, password)
    assert password not in user.password_hash
    assert user.identity().sees("noord")
    assert not user.identity().sees("zuidoost")
    assert not user.identity().sees(None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"user_name": "ADMINISTRATOR"}, "already"),
        ({"user_name": "an de wit"}, "user name"),
        ({"user_name": ""}, "user name"),
        ({"display_name": "  "}, "a name"),
        ({"districts": []}, "at least one district"),
        ({"districts": ["nowhere"]}, "nowhere"),
    ],
)
def test_an_account_that_cannot_be_is_not_made(session, changes, words):
    with pytest.raises(UserError, match=words):
        add(session, **changes)
    assert [one.user_name for one in users.list_users(session)] == ["administrator"]


def test_the_trail_tells_of_an_account_without_a_name_or_password(session):
    user, password = add(session)
    entry = session.query(AuditEntry).one()
    assert (entry.actor, entry.action, entry.object_id) == (
        BOSS.user_id,
        "account_made",
        user.user_id,
    )
    assert entry.detail == {"role": "deliverer", "districts": ["centrum", "noord"]}
    assert password not in str(vars(entry))


def test_another_role_and_other_places(session):
    add(session)
    user = users.change_user(session, "an", Role.STEWARD, None, BOSS)
    assert (user.role, user.districts) == (Role.STEWARD, None)


@pytest.mark.parametrize(
    "act",
    [
        lambda session, by: users.disable_user(session, "administrator", by),
        lambda session, by: users.change_user(
            session, "administrator", Role.VIEWER, None, by
        ),
    ],
)
def test_the_last_administrator_stays(session, act):
    with pytest.raises(UserError, match="last administrator"):
        act(session, COMMAND_LINE)
    with pytest.raises(UserError, match="your own account"):
        act(session, BOSS)
    add(session, user_name="second", role=Role.ADMINISTRATOR, districts=None)
    act(session, COMMAND_LINE)


@pytest.mark.parametrize("act", [users.disable_user, users.reset_password])
def test_shutting_and_a_new_password_end_every_session(session, act):
    user, _ = add(session)
    start_session(session, user)
    act(session, "an", BOSS)
    assert open_sessions(session, user.user_id) == []


def test_a_new_password_replaces_the_old_one(session):
    user, first = add(session)
    user.must_change_password = False
    _, second = users.reset_password(session, "an", BOSS)
    assert not is_right(user.password_hash, first)
    assert is_right(user.password_hash, second)
    assert user.must_change_password


def test_who_signs_in_elsewhere_gets_no_password_here(session):
    user, _ = add(session)
    user.oidc_issuer, user.oidc_subject = "https://issuer.example", "1"
    with pytest.raises(UserError, match="no password here"):
        users.reset_password(session, "an", BOSS)


def test_the_first_administrator_is_made_once(ledger):
    with ledger.writing() as session:
        made = users.add_first_administrator(session, COMMAND_LINE)
        assert made
        assert made[0].role is Role.ADMINISTRATOR
        assert users.add_first_administrator(session, COMMAND_LINE) is None


def test_the_demonstration_has_every_role_and_does_not_repeat_itself(settings):
    made = make_demonstration_accounts(settings)
    assert {one.role for one in made} == set(Role)
    assert len({one.password for one in made}) == len(USERS)
    assert make_demonstration_accounts(settings) == []
