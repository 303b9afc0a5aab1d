"""Tokens: narrowed to scopes, hashed, shown once, and over when they are over."""

from datetime import UTC, datetime, timedelta

import pytest

from warehouse.accounts import tokens
from warehouse.accounts.tokens import TokenRequest
from warehouse.errors import UserError
from warehouse.identity import COMMAND_LINE, Right, Role
from warehouse.ledger.account_tables import ApiToken

REQUEST = TokenRequest("Woonbron", Role.DELIVERER, [Right.DELIVER], ["noord"], 30)


def make(ledger, **changes):
    with ledger.writing() as session:
        request = TokenRequest(**vars(REQUEST) | changes)
        return tokens.make_token(session, request, COMMAND_LINE)


def test_a_token_tells_who_sends_it_and_what_it_may(ledger):
    token, text = make(ledger)
    found = tokens.identity_of_token(ledger, text)
    assert (found.user_id, found.name) == (f"token:{token.token_id}", "Woonbron")
    assert found.may(Right.DELIVER)
    assert not found.may(Right.READ_DELIVERIES)
    assert found.sees("noord")
    assert not found.sees("centrum")


def test_the_token_itself_is_not_kept(ledger, settings):
    _, text = make(ledger)
    kept = settings.ledger_file.read_bytes()
    for file in settings.home_dir.glob("ledger.sqlite-*"):
        kept += file.read_bytes()
    assert text.startswith("eropaf_")
    assert text.encode() not in kept
    assert text[:13].encode() in kept


@pytest.mark.parametrize("text", ["", "eropaf_", "eropaf_unknown", "x" * 5000])
def test_an_unknown_token_is_nobody(ledger, text):
    make(ledger)
    assert tokens.identity_of_token(ledger, text) is None


def test_a_token_ends_on_its_day(ledger):
    token, text = make(ledger)
    with ledger.writing() as session:
        kept = session.get(ApiToken, token.token_id)
        assert timedelta(29) < kept.expires_at - datetime.now(UTC) <= timedelta(30)
        kept.expires_at = datetime.now(UTC)
    assert tokens.identity_of_token(ledger, text) is None


def test_a_revoked_token_ends_at_once(ledger):
    token, text = make(ledger)
    with ledger.writing() as session:
        tokens.revoke_token(session, token.token_id, COMMAND_LINE)
    assert tokens.identity_of_token(ledger, text) is None
    with pytest.raises(UserError, match="before"), ledger.writing() as session:
        tokens.revoke_token(session, token.token_id, COMMAND_LINE)


def test_its_last_use_is_kept(ledger):
    token, text = make(ledger)
    tokens.identity_of_token(ledger, text)
    with ledger.reading() as session:
        used = session.get(ApiToken, token.token_id).last_used_at
    assert datetime.now(UTC) - used < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"scopes": [Right.DECIDE]}, "Choose at least one right"),
        ({"scopes": []}, "Choose at least one right"),
        ({"days": 0}, "1 to 366"),
        ({"days": 367}, "1 to 366"),
        ({"districts": []}, "at least one district"),
        ({"districts": ["nowhere"]}, "nowhere"),
        ({"organisation": ""}, "a name"),
    ],
)
def test_a_token_that_cannot_be_is_not_made(ledger, changes, words):
    with pytest.raises(UserError, match=words):
        make(ledger, **changes)
