"""Who somebody is to the monitor: a role, the rights it gives, and for which places."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in the region."""

    VIEWER = "viewer"
    DELIVERER = "deliverer"
    COORDINATOR = "coordinator"
    RESEARCHER = "researcher"
    STEWARD = "steward"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that somebody may do; checked where it is done."""

    READ_FIGURES = "read_figures"
    SEE_SMALL_NUMBERS = "see_small_numbers"
    ANNOTATE = "annotate"
    READ_DELIVERIES = "read_deliveries"
    DELIVER = "deliver"
    EXPLAIN = "explain"
    DECIDE = "decide"
    PLAN_MONTHS = "plan_months"
    MAP_CODES = "map_codes"
    DOWNLOAD_RELEASE = "download_release"
    EXPORT_DDAS = "export_ddas"
    ERASE_PERSONS = "erase_persons"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_AUDIT_TRAIL = "read_audit_trail"


_READING = frozenset({Right.READ_FIGURES})
_DELIVERING = frozenset({Right.READ_DELIVERIES, Right.DELIVER, Right.EXPLAIN})
_COORDINATING = frozenset(
    {
        Right.SEE_SMALL_NUMBERS,
        Right.ANNOTATE,
        Right.DECIDE,
        Right.PLAN_MONTHS,
        Right.EXPORT_DDAS,
        Right.ERASE_PERSONS,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: _READING | {Right.ANNOTATE},
    Role.DELIVERER: _READING | _DELIVERING,
    Role.COORDINATOR: _READING | _DELIVERING | _COORDINATING,
    Role.RESEARCHER: _READING | {Right.SEE_SMALL_NUMBERS, Right.DOWNLOAD_RELEASE},
    Role.STEWARD: _READING
    | {Right.SEE_SMALL_NUMBERS, Right.READ_DELIVERIES, Right.MAP_CODES},
    # Who keeps the accounts reads no small numbers and no deliveries with them.
    Role.ADMINISTRATOR: _READING | {Right.MANAGE_ACCOUNTS, Right.READ_AUDIT_TRAIL},
}
"""The rights of each role; nothing else decides what a role may do."""


@dataclass(frozen=True)
class Identity:
    """Somebody who has shown who they are: by password, provider, token or command.

    `districts` are the places they may see and act for; None means the whole region.
    """

    user_id: str
    name: str
    role: Role
    districts: frozenset[str] | None = None
    narrowed_to: frozenset[Right] | None = None

    def may(self, right: Right) -> bool:
        """Tell whether the role gives `right`, and a token's scopes leave it."""
        is_left = self.narrowed_to is None or right in self.narrowed_to
        return is_left and right in RIGHTS[self.role]

    def sees(self, district: str | None) -> bool:
        """Tell whether `district` is theirs; what belongs nowhere is the region's."""
        return self.districts is None or district in self.districts


COMMAND_LINE = Identity("command-line", "command line", Role.COORDINATOR)
"""Who works on the server itself; the operating system has let them in."""
