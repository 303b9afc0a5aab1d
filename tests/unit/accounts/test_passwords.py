"""Passwords: what is refused, and what is kept of them."""

import pytest
from argon2 import PasswordHasher

from warehouse.accounts import passwords
from warehouse.accounts.passwords import one_time_password
from warehouse.errors import UserError


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("elfletters1", "at least 12"),
        ("x" * 201, "at most 200"),
        ("mijn-An-wachtwoord", "user name"),
        ("Welkomwelkom2026!", "Many people"),
        ("wachtwoord123456", "Many people"),
        ("123456789012", "Many people"),
        ("aaaaaaaaaaaaaa", "Many people"),
        ("abababababab", "Many people"),
    ],
)
def test_a_weak_password_is_refused(password, words):
    with pytest.raises(UserError, match=words):
        passwords.check_new_password(password, "an")


@pytest.mark.parametrize("password", ["vier lange woorden", "ü" * 6 + "éèêëïö"])
def test_a_good_password_is_taken(password):
    passwords.check_new_password(password, "bo")


def test_a_one_time_password_follows_the_rules_and_never_repeats():
    made = {one_time_password() for _ in range(200)}
    assert len(made) == 200
    for one in made:
        passwords.check_new_password(one, "an")


def test_what_is_kept_does_not_tell_the_password():
    kept = passwords.hash_password("vier lange woorden")
    assert kept.startswith("$argon2id$")
    assert kept != passwords.hash_password("vier lange woorden")
    assert passwords.is_right(kept, "vier lange woorden")
    assert not passwords.is_right(kept, "vier lange woordeN")


@pytest.mark.parametrize("kept", [None, "", "no hash"])
def test_without_a_hash_no_password_is_right(kept):
    assert not passwords.is_right(kept, "nobody's password")


def test_a_hash_of_less_strength_is_outdated():
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    assert passwords.is_outdated(weak.hash("vier lange woorden"))
    assert not passwords.is_outdated(passwords.hash_password("vier lange woorden"))
