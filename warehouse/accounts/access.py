"""Refusing, inside a service, what somebody may not do or see."""

from warehouse.identity import Identity, Right
from warehouse.messages import user_error


def require(who: Identity, *rights: Right) -> None:
    """Raise UserError unless `who` has at least one of the rights."""
    if not any(who.may(right) for right in rights):
        raise user_error("access.forbidden")


def require_place(who: Identity, district: str | None) -> None:
    """Raise UserError unless the district, or for None the region, is theirs."""
    if not who.sees(district):
        raise user_error("access.other_place")
