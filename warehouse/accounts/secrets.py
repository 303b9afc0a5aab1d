"""Secrets that are made here and shown once: passwords, session keys, tokens."""

import hashlib
import secrets

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
