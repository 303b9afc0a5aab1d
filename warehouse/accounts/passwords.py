"""Passwords: the rules they follow, and how they are kept (argon2id)."""

import hashlib
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from warehouse.messages import user_error

LEAST_LETTERS = 12
MOST_LETTERS = 200

# Those that head the lists of leaked passwords, and what people here think of first;
# compared without digits and signs at the end.
_COMMON_WORDS = """
    123456789012 1234567890123 12345678901234 123123123123 111111111111 000000000000
    112233445566 987654321012 abcdefghijkl abcdefghijklm qwertyuiop qwertyuiopas
    qwertyuiopasdf qwertyqwerty 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5y6 password
    passwordpassword mypassword administrator administratoradministrator iloveyou
    iloveyouiloveyou wachtwoord wachtwoordwachtwoord mijnwachtwoord hetwachtwoord
    welkom welkomwelkom welkomwelkomwelkom geheim geheimgeheim geheimwachtwoord
    ikhouvanjou amsterdam amsterdamamsterdam gemeenteamsterdam rotterdam gemeente
    eropaf eropaferopaf eropafmonitor vroegeropaf voorjaar zomer najaar winter lente
    herfst
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_TRAILING = "0123456789!?.,-_@#$%&*+= "

_hasher = PasswordHasher()


def check_new_password(password: str, user_name: str) -> None:
    """Raise UserError when a password is too short, too long, or easily guessed."""
    if len(password) < LEAST_LETTERS:
        raise user_error("password.too_short", least=LEAST_LETTERS)
    if len(password) > MOST_LETTERS:
        raise user_error("password.too_long", most=MOST_LETTERS)
    folded = password.lower()
    if user_name.lower() in folded:
        raise user_error("password.holds_user_name")
    is_listed = folded in _COMMON or folded.rstrip(_TRAILING) in _COMMON
    if is_listed or len(set(folded)) <= 2:  # noqa: PLR2004  such as aaaaaaaaaaaa
        raise user_error("password.common")


def hash_password(password: str) -> str:
    """What is kept of a password; takes some 50 ms on purpose."""
    return _hasher.hash(password)


def is_right(kept: str | None, password: str) -> bool:
    """Whether `password` is the one kept; takes as long when nothing is kept."""
    try:
        return _hasher.verify(kept or _nobodys_hash(), password) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Whether the password should be hashed anew, with the strength of today."""
    return _hasher.check_needs_rehash(kept)


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody's password")


# No vowels, and nothing that looks like something else.
_CLEAR_LETTERS = "bcdfghjkmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ23456789"
_PASSWORD_GROUPS = 4
_GROUP_LETTERS = 4
_KEY_BYTES = 32


def one_time_password() -> str:
    """A password to type over once, such as `kzrb-TM4x-9pqw-Hc7d` (about 89 bits)."""
    groups = (
        "".join(secrets.choice(_CLEAR_LETTERS) for _ in range(_GROUP_LETTERS))
        for _ in range(_PASSWORD_GROUPS)
    )
    return "-".join(groups)


def new_key() -> str:
    """A key of 256 random bits, to be kept by whoever gets it."""
    return secrets.token_urlsafe(_KEY_BYTES)


def fingerprint(key: str) -> str:
    """What is kept of a key of `new_key`: enough to know it again, not to use it."""
    return hashlib.sha256(key.encode()).hexdigest()
