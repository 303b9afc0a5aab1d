"""What an account may be called, and for which places it may be."""

import re
from collections.abc import Collection

from warehouse.messages import user_error
from warehouse.standard.places import check_district

LONGEST_NAME = 80
_USER_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])?")


def fold_user_name(text: str) -> str:
    """The one spelling of a user name: without outer spaces, in lower case."""
    return text.strip().lower()


def check_user_name(text: str) -> str:
    """The user name in its one spelling; UserError when it cannot be one."""
    folded = fold_user_name(text)
    if not _USER_NAME.fullmatch(folded):
        raise user_error("account.wrong_user_name")
    return folded


def check_name(text: str) -> str:
    """A name to show, with single spaces; UserError when it is empty or too long."""
    written = " ".join(text.split())
    if not written or len(written) > LONGEST_NAME:
        raise user_error("account.wrong_name", most=LONGEST_NAME)
    return written


def check_districts(districts: Collection[str] | None) -> list[str] | None:
    """The districts in order, None for the whole region.

    Raises UserError when there is none among them, or one is not known.
    """
    if districts is None:
        return None
    if not districts:
        raise user_error("account.no_districts")
    for district in districts:
        check_district(district)
    return sorted(set(districts))
