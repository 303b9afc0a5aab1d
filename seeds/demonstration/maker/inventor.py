"""Invent the people of a demonstration, and remember every invented identifier."""

import random
from collections import defaultdict
from datetime import date, timedelta

FIRST_PARTS = (
    "Quist", "Ravel", "Oelden", "Zwaan", "Tjeerd", "Wolver", "Haasen", "Drieven",
    "Kwakel", "Moerde", "Pluven", "Sterren", "Uilen", "Vlinder", "Graven", "Ijzer",
)  # fmt: skip
LAST_PARTS = ("sloothuis", "enburghe", "hoverman", "zandinga", "wijckstra", "molenaers")
EARLIEST_BIRTH = date(1934, 1, 15)
LATEST_BIRTH = date(1985, 12, 15)


class Inventor:
    """A seeded source of identifiers that never gives the same one twice.

    ``identifiers`` maps a kind (``name``, ``birth_date``, ``postcode``,
    ``contract``, ``client``, ``phone``) to everything invented so far; birth
    dates are kept as ISO texts.
    """

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.identifiers: dict[str, set[str]] = defaultdict(set)

    def contract(self, prefix: str) -> str:
        """Return a contract or tenant number such as ``YM-204817``."""
        number = f"{prefix}-{self.rng.randrange(200_000, 299_999)}"
        return self._new("contract", number) or self.contract(prefix)

    def client(self, prefix: str) -> str:
        """Return a client number of an institution such as ``DY73051``."""
        number = f"{prefix}{self.rng.randrange(70_000, 79_999)}"
        return self._new("client", number) or self.client(prefix)

    def name(self) -> str:
        """Return a surname that nobody bears."""
        name = self.rng.choice(FIRST_PARTS) + self.rng.choice(LAST_PARTS)
        return self._new("name", name) or self.name()

    def birth_date(self) -> date:
        """Return the birth date of an adult."""
        days = self.rng.randrange((LATEST_BIRTH - EARLIEST_BIRTH).days)
        born = EARLIEST_BIRTH + timedelta(days=days)
        return born if self._new("birth_date", born.isoformat()) else self.birth_date()

    def postcode(self, four_digits: str) -> str:
        """Return a postcode in the area, with letters that no street there has."""
        letters = self.rng.choice("QXY") + self.rng.choice("QXYUJ")
        postcode = f"{four_digits} {letters}"
        return self._new("postcode", postcode) or self.postcode(four_digits)

    def phone(self) -> str:
        """Return a mobile number in an unused series."""
        number = f"06-0{self.rng.randrange(1_000_000, 9_999_999)}"
        return self._new("phone", number) or self.phone()

    def _new(self, kind: str, value: str) -> str | None:
        """Remember a value, or return None when it was invented before."""
        if value in self.identifiers[kind]:
            return None
        self.identifiers[kind].add(value)
        return value
