"""For whom figures are read: the one place where rights become what is shown."""

from dataclasses import dataclass

from dashboard.context import ForbiddenError, identity
from warehouse.accounts.identity import Identity, Right


@dataclass(frozen=True)
class Audience:
    """Which numbers somebody may see, and of which districts (None: all)."""

    sees_small: bool = False
    districts: frozenset[str] | None = None

    @classmethod
    def of(cls, asker: Identity) -> "Audience":
        """Return what the rights of `asker` let them see."""
        return cls(asker.may(Right.SEE_SMALL_NUMBERS), asker.districts)


def audience() -> Audience:
    """Return the audience of the running request; who is nobody sees the least."""
    try:
        return Audience.of(identity())
    except ForbiddenError:
        return Audience()
