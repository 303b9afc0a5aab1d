"""One household of the Transvaal pilot, with everything the files tell about it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass
class Household:
    """A listed tenant; values are Dutch words as the files write them.

    Amounts are in euros. ``route`` says why no ring attempt was made (the tally
    letters), or ``attempted``, or ``left later`` (attempted, gone afterwards).
    """

    contract: str
    birth_date: date
    client: str = ""
    route: str = ""
    sex: str = ""
    month: int = 0
    listed_on: date = date.min
    debt: Decimal = Decimal(0)
    attempts: tuple[date, ...] = ()
    opened_at: int | None = None
    payment: str = ""
    has_help_after: bool = False
    trajectory: str = ""
    help_before: str = ""
    help_during: str = ""
    earlier_bailiff: str = ""
    debt_again: str = ""
    bailiff: str = ""
    summoned_on: date | None = None
    is_ticked: bool = False
    is_rung: bool = False
    home_at_ring: str = ""
    reaction: str = ""
    opinion: str = ""
    helped: str = ""
    knew_help: str = ""
    situation: str = ""
    situation_detail: str = ""

    @property
    def is_attempted(self) -> bool:
        """Whether somebody rang the bell."""
        return self.route in {"attempted", "left later"}

    @property
    def is_gone(self) -> bool:
        """Whether the household left or died, before or after a visit."""
        return self.route in {"V", "O", "left later"}

    @property
    def is_spoken(self) -> bool:
        """Whether the researchers spoke to the household at the follow-up."""
        return bool(self.opinion)
