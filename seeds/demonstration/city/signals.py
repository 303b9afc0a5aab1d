"""One signal of the city with all that is known of it, and as a day would see it."""

from dataclasses import dataclass, field, replace
from datetime import date

from city.people import Household

VISIT, PHONE, LETTER, OFFICE = "huisbezoek", "telefoon", "brief", "kantoor"
CONTACT_OUTCOMES = ("thuis", "geweigerd", "gesproken", "antwoord", "verschenen")
ACCEPTED = ("SHV", "AMW", "budgetadvies", "quick fix", "overig")
NOT_TAKEN_UP = ("herhaalde melding", "onterecht signaal", "geen inwoner")


@dataclass(frozen=True)
class Attempt:
    """One attempt to make contact; words are those of the event list."""

    channel: str
    day: date
    time: str
    outcome: str

    @property
    def is_contact(self) -> bool:
        """Whether it brought contact in both directions."""
        return self.outcome in CONTACT_OUTCOMES


@dataclass
class Signal:
    """A report of a household in arrears; ``result`` is a word of the event list.

    ``decided`` is the day of the result, ``paid`` that of a payment or arrangement
    (``result`` says which when nothing else came of it). Dates are None where it
    never happened.
    """

    number: str
    household: Household
    day: date
    partner: str
    partner_name: str
    amount: int
    months: int
    days: int
    problems: tuple[str, ...] = ()
    known: str = "nee"
    letter: date | None = None
    objected: date | None = None
    received: date | None = None
    reply: str = ""
    attempts: list[Attempt] = field(default_factory=list)
    visitors: str = ""
    is_announced: bool = False
    result: str = ""
    decided: date | None = None
    referred_to: str = ""
    referred: date | None = None
    arrived: date | None = None
    feedback: date | None = None
    closed: date | None = None
    handed_over: date | None = None

    @property
    def visits(self) -> list[Attempt]:
        """The visits, first to last."""
        return [each for each in self.attempts if each.channel == VISIT]

    @property
    def is_reached(self) -> bool:
        """Whether any attempt brought contact."""
        return any(each.is_contact for each in self.attempts)

    @property
    def is_accepted(self) -> bool:
        """Whether help was accepted."""
        return self.result in ACCEPTED

    def seen_on(self, day: date) -> "Signal":
        """Return the signal as it was known on a day."""
        is_decided = self.decided is not None and self.decided <= day
        return replace(
            self,
            received=_until(self.received, day),
            attempts=[each for each in self.attempts if each.day <= day],
            result=self.result if is_decided else "",
            decided=_until(self.decided, day),
            referred_to=self.referred_to if _until(self.referred, day) else "",
            referred=_until(self.referred, day),
            arrived=_until(self.arrived, day),
            feedback=_until(self.feedback, day),
            closed=_until(self.closed, day),
            handed_over=_until(self.handed_over, day),
        )

    def changed_between(self, first: date, last: date) -> bool:
        """Whether anything happened after ``first`` and up to ``last``."""
        return self.seen_on(first) != self.seen_on(last)


def _until(happened: date | None, day: date) -> date | None:
    return happened if happened and happened <= day else None
