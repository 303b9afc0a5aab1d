"""The districts' ways of writing one value, drawn at random."""

from __future__ import annotations

import random
import unicodedata
from datetime import date

MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
    "september", "oktober", "november", "december",
]  # fmt: skip
SHORT_MONTHS = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
]  # fmt: skip
MISSING = ["", "-", "nvt", "n.v.t.", "onbekend", "?", "n.n.b."]


def a_date(rng: random.Random, day: date | None, allow_two_digits: bool = True) -> str:
    """A date in one of the documented spellings, or empty."""
    if day is None:
        return rng.choice(["", "", "-"])
    short = f"{day.year % 100:02d}"
    spellings = [
        f"{day:%d-%m-%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{(day - date(1899, 12, 30)).days}",
    ]
    if allow_two_digits:
        spellings += [
            f"{day.day}/{day.month}/{short}",
            f"{day.day} {SHORT_MONTHS[day.month - 1]} {short}",
        ]
    return rng.choice(spellings)


def an_amount(rng: random.Random, amount: float | None) -> str:
    """An amount in one of the documented spellings, or a missing marker."""
    if amount is None:
        return rng.choice(MISSING)
    dutch = f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    spellings = [
        f"€ {dutch}",
        dutch,
        f"{amount:.2f}".replace(".", ","),
        f"{amount:.2f}",
    ]
    if amount == int(amount):
        whole = f"{int(amount):,}".replace(",", ".")
        spellings += [f"{int(amount)},-", whole, f"€{int(amount)}", str(int(amount))]
    return rng.choice(spellings)


def yes_no(rng: random.Random, answer: bool | None) -> str:
    """A yes or no in one of the documented spellings; unknown is not empty-only."""
    if answer is None:
        return rng.choice(["", "onbekend", "?"])
    pairs = [("ja", "nee"), ("j", "n"), ("1", "0"), ("waar", "onwaar"), ("Ja", "Nee")]
    yes, no = rng.choice(pairs)
    return yes if answer else no


def a_sex(rng: random.Random, sex: str | None) -> str:
    """Sex as the districts write it."""
    spellings = {
        "male": ["m", "man", "dhr", "M"],
        "female": ["v", "vrouw", "mw", "V"],
        "couple": ["echtpaar", "Echtpaar"],
        None: ["onbekend", "", "?"],
    }
    return rng.choice(spellings[sex])


def a_heading(rng: random.Random, heading: str) -> str:
    """A heading in another case, with underscores, without accents."""
    bare = "".join(
        sign
        for sign in unicodedata.normalize("NFD", heading)
        if unicodedata.category(sign) != "Mn"
    )
    return rng.choice(
        [
            heading,
            heading.upper(),
            heading.lower(),
            bare.replace(" ", "_"),
            f" {heading} ",
        ]
    )
