"""Write the follow-up of pilot B: all 75 files, and the visits to 36 addresses."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from maker.files import write_text
from maker.household import Household
from maker.spelling import spell_amount, spell_answer, spell_date

HEADER = (
    "Huurdernummer", "Peildatum", "Huurschuld nu", "Bedrag nu", "Woont er nog",
    "Deurwaarder sinds", "Contact MaDi voor", "Contact MaDi tijdens",
    "Contact MaDi na", "Oordeel bezoek", "Situatie", "Aangebeld", "Thuis bij ring",
    "Reactie na briefje", "Contact met hulp", "Kende MaDi", "Situatie detail",
)  # fmt: skip
FIRST_REFERENCE_DATE = date(2008, 4, 7)


def write_follow_up(path: Path, households: Sequence[Household]) -> Path:
    """Write the file and return its path."""
    rng = random.Random(2008)
    rows = [_row(rng, household) for household in households]
    rng.shuffle(rows)
    return write_text(path, HEADER, rows, separator=";", encoding="utf-8-sig")


def _row(rng: random.Random, household: Household) -> list[str]:
    reference = FIRST_REFERENCE_DATE + timedelta(days=rng.randrange(0, 150))
    return [
        household.contract,
        spell_date(rng, reference),
        spell_answer(rng, household.debt_again),
        _amount_now(rng, household),
        spell_answer(rng, "nee" if household.is_gone else "ja"),
        spell_answer(rng, _bailiff_since(household)),
        spell_answer(rng, household.help_before),
        spell_answer(rng, household.help_during),
        spell_answer(rng, household.helped or "onbekend"),
        household.opinion,
        household.situation,
        spell_answer(rng, "ja" if household.is_rung else "nee"),
        household.home_at_ring,
        household.reaction,
        household.helped,
        household.knew_help,
        household.situation_detail,
    ]


def _amount_now(rng: random.Random, household: Household) -> str:
    if household.debt_again == "onbekend":
        return "nvt"
    owes = household.debt_again == "ja"
    amount = Decimal(rng.randrange(180, 1900)) if owes else Decimal(0)
    return spell_amount(rng, amount)


def _bailiff_since(household: Household) -> str:
    if household.is_gone:
        return "onbekend"
    return "ja" if household.bailiff else "nee"
