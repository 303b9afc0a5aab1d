"""Invent the households of a district; no identifier occurs in the exact pilots."""

import math
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from city.calendar import pick
from city.districts import District

# None of these parts occurs in the names of the exact pilots.
FIRST_PARTS = (
    "Bramel", "Dorning", "Elzer", "Fokker", "Gansel", "Hokker", "Jonken", "Klaver",
    "Lindel", "Nolter", "Ooster", "Pijnak", "Roggen", "Spaarn", "Tolner", "Wiering",
)  # fmt: skip
LAST_PARTS = (
    "buiten",
    "dijkema",
    "gaarde",
    "meertens",
    "oorden",
    "stapelen",
    "veldink",
)
SEXES = (("man", 46), ("vrouw", 42), ("echtpaar", 7), ("onbekend", 5))
HOUSEHOLD_TYPES = (
    ("alleenstaand", 46),
    ("alleenstaand met kinderen", 20),
    ("paar", 10),
    ("paar met kinderen", 20),
    ("overig", 4),
)
CORPORATION_PREFIXES = {
    "Ymere": "YM", "De Key": "DK", "Stadgenoot": "SG", "Eigen Haard": "EH",
    "Rochdale": "RD", "De Alliantie": "DA", "Far West": "FW",
}  # fmt: skip
LAST_BIRTH = date(1990, 12, 1)


@dataclass
class Household:
    """A household in a rented house; ``history`` is filled as its signals come.

    ``last_outcome`` is the result of its last signal; ``income`` moves how much it
    owes. Every value is invented.
    """

    contract: str
    client: str
    citizen: str
    name: str
    born: date
    sex: str
    kind: str
    postcode: str
    house_number: str
    corporation: str
    rent: int
    signal_days: list[date] = field(default_factory=list)
    last_outcome: str = ""


class People:
    """A seeded source of households, in which no identifier comes twice."""

    def __init__(self, rng: random.Random, district: District, position: int) -> None:
        self.rng = rng
        self.district = district
        # Every district has its own range, so that no number can be given twice.
        self._next = 400_000 + 20_000 * position

    def household(self) -> Household:
        """Return a household that nobody reported before."""
        rng = self.rng
        self._next += rng.randint(1, 7)
        number = self._next
        corporation = rng.choice(self.district.corporations)
        sex = pick(rng, SEXES)
        return Household(
            contract=f"{CORPORATION_PREFIXES[corporation]}-{number}",
            client=f"{self.district.prefix}{number}",
            citizen=_citizen_number(number),
            name=rng.choice(FIRST_PARTS) + rng.choice(LAST_PARTS),
            born=self._born(),
            sex=sex,
            kind="paar" if sex == "echtpaar" else pick(rng, HOUSEHOLD_TYPES),
            postcode=f"{rng.choice(self.district.postcodes)} {self._letters()}",
            house_number=str(rng.randint(1, 240)),
            corporation=corporation,
            rent=rng.randint(390, 690),
        )

    def _born(self) -> date:
        """Return a birth date: most are in their thirties and forties."""
        years = min(62.0, 18 * math.exp(self.rng.gauss(0, 0.6)))
        return LAST_BIRTH - timedelta(days=round(years * 365.25))

    def _letters(self) -> str:
        # The exact pilots' postcodes begin with Q, X or Y.
        return self.rng.choice("ABCDEGHJKL") + self.rng.choice("ABCDEGHJKLMNPRTVW")


def _citizen_number(number: int) -> str:
    """Return nine digits that no citizen can have: they fail the test of eleven."""
    digits = f"91{number:06}"
    weighted = sum(
        int(digit) * weight
        for digit, weight in zip(digits, range(9, 1, -1), strict=True)
    )
    right = weighted % 11
    return f"{digits}{(right + 3) % 10}"
