"""Refusing free text of staff in which somebody could be recognised."""

import re

from warehouse.messages import user_error
from warehouse.privacy.personal_data import NINE_DIGITS, can_identify

LONGEST_TEXT = 2000
LONGEST_NAME = 80

# Numbers that staff may well write: a delivery, a day.
_HARMLESS = re.compile(
    r"\bD-\d{8}-[a-z]{6}\b|\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\b"
)
_CONTRACT_NUMBER = re.compile(r"(?<!\w)[A-Za-z]{0,4}[-_./ ]?\d{6,}(?!\d)")


def check_free_text(text: str | None) -> str | None:
    """The text without outer spaces, null when it is empty.

    Raises UserError when it is too long or shows an e-mail address, phone, account,
    citizen or contract number, postcode or a name with initials or salutation.
    """
    written = (text or "").strip()
    if len(written) > LONGEST_TEXT:
        raise user_error("free_text.too_long", most=LONGEST_TEXT)
    if identifies(written):
        raise user_error("free_text.personal_data")
    return written or None


def check_name(name: str) -> str:
    """The name of the member of staff; UserError when it is empty or a story."""
    written = " ".join(name.split())
    if not written or len(written) > LONGEST_NAME:
        raise user_error("free_text.no_name", most=LONGEST_NAME)
    return written


def identifies(text: str) -> bool:
    """Whether the text holds something by which a person can be found."""
    rest = _HARMLESS.sub(" ", text)
    return (
        can_identify(rest)
        or NINE_DIGITS.search(rest) is not None
        or _CONTRACT_NUMBER.search(rest) is not None
    )
