"""Spell dates, amounts and answers in the many ways the districts do."""

import random
from datetime import date
from decimal import Decimal

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = (
    "jan", "feb", "mrt", "apr", "mei", "jun",
    "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
SEX_SPELLINGS = {
    "man": ("m", "M", "man", "dhr"),
    "vrouw": ("v", "V", "vrouw", "mw"),
    "echtpaar": ("echtpaar", "Echtpaar"),
    "onbekend": ("onbekend", "?", "", "-"),
}
YES_NO_SPELLINGS = {
    "ja": ("ja", "Ja", "j", "1"),
    "nee": ("nee", "Nee", "n", "0"),
    "onbekend": ("onbekend", "?", ""),
}


def spell_date(rng: random.Random, day: date | None) -> str:
    """Return one of the usual spellings of a date; empty for None."""
    if day is None:
        return ""
    month = day.month - 1
    return rng.choice(
        (
            f"{day:%d-%m-%Y}",
            f"{day.day}/{day.month}/{day:%y}",
            day.isoformat(),
            f"{day:%Y%m%d}",
            f"{day.day} {MONTHS[month]} {day.year}",
            f"{day.day} {SHORT_MONTHS[month]} {day:%y}",
        )
    )


def spell_amount(rng: random.Random, amount: Decimal | None) -> str:
    """Return one of the usual spellings of an amount in euros; empty for None."""
    if amount is None:
        return ""
    dutch = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    plain = f"{amount:.2f}"
    spellings = [f"€ {dutch}", dutch, plain.replace(".", ","), plain]
    if amount == amount.to_integral_value():
        whole = int(amount)
        dotted = f"{whole:,}".replace(",", ".")
        spellings += [f"{whole},-", f"€{whole}", dotted, f"€ {dotted},-"]
    return rng.choice(spellings)


def spell_sex(rng: random.Random, sex: str) -> str:
    """Return one of the usual spellings of a sex."""
    return rng.choice(SEX_SPELLINGS[sex])


def spell_answer(rng: random.Random, answer: str) -> str:
    """Return one of the usual spellings of ja, nee or onbekend."""
    return rng.choice(YES_NO_SPELLINGS[answer])
