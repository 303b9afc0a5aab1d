"""Write the follow-up of a sample of households, six to twelve months later."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from maker.files import write_text

from city.calendar import LAST_DAY, after, pick
from city.signals import Signal

HEADER = (
    "Contractnummer", "Peildatum", "Huurschuld nu", "Bedrag nu", "Woont er nog",
    "Deurwaarder sinds", "Contact MaDi voor", "Contact MaDi tijdens",
    "Contact MaDi na", "Oordeel bezoek", "Situatie", "Aangebeld", "Thuis bij ring",
    "Reactie na briefje", "Contact met hulp", "Kende MaDi", "Situatie detail",
)  # fmt: skip
SAMPLE = 600
LAST_REFERENCE = LAST_DAY - timedelta(days=21)
DEBT_AGAIN = {"SHV": 0.4, "AMW": 0.45, "niet bereikt": 0.58, "geen hulp gewenst": 0.56}
NOBODY_HOME = (("geen", 86), ("corporatie", 6), ("onderzoeker", 8))
OPINIONS = (("positief", 72), ("negatief", 11), ("onduidelijk", 17))
SITUATIONS = (("beter", 41), ("gelijk", 46), ("slechter", 13))


def write_follow_ups(path: Path, signals: Sequence[Signal]) -> Path:
    """Write one row for each sampled household and return the path."""
    rng = random.Random(path.name)
    first: dict[str, Signal] = {}
    for signal in signals:
        if signal.partner == "Huur" and signal.decided:
            first.setdefault(signal.household.contract, signal)
    longest = LAST_REFERENCE - timedelta(days=330)
    known_long = [each for each in first.values() if each.day <= longest]
    rows = [_row(rng, each) for each in rng.sample(known_long, SAMPLE)]
    return write_text(path, HEADER, rows, separator=";", encoding="utf-8-sig")


def _row(rng: random.Random, signal: Signal) -> list[str]:
    reference = after(rng, signal.day, 190, 320)
    debt = rng.random() < DEBT_AGAIN.get(signal.result, 0.5)
    lives_there = rng.random() < 0.92
    is_known = lives_there and rng.random() < 0.94
    return [
        signal.household.contract,
        f"{reference:%d-%m-%Y}",
        ("ja" if debt else "nee") if is_known else "onbekend",
        _amount(rng, debt) if is_known else "",
        "ja" if lives_there else "nee",
        _bailiff_since(signal, reference),
        "ja" if signal.known in ("ja", "oud-cliënt") else "nee",
        "ja" if signal.is_reached else "nee",
        "ja" if signal.is_accepted and rng.random() < 0.5 else "nee",
        *_visit(rng, lives_there=lives_there),
    ]


def _amount(rng: random.Random, debt: bool) -> str:
    return f"€ {rng.randint(150, 1900)},-" if debt else "0"


def _bailiff_since(signal: Signal, reference: date) -> str:
    is_since = signal.handed_over is not None and signal.handed_over <= reference
    return "ja" if is_since else "nee"


def _visit(rng: random.Random, *, lives_there: bool) -> list[str]:
    """Return opinion, situation and what happened at the door; half are visited."""
    if not lives_there or rng.random() < 0.5:
        return ["", "", "nee", "", "", "", "", ""]
    ring = pick(rng, (("1", 36), ("2", 12), ("", 52)))
    reaction = "" if ring else pick(rng, NOBODY_HOME)
    if not ring and reaction != "onderzoeker":
        return ["", "", "ja", "", reaction, "", "", ""]
    situation = pick(rng, SITUATIONS)
    detail = pick(rng, (("goed", 4), ("neutraal", 3), ("slecht", 3)))
    helped = "ja" if rng.random() < 0.36 else "nee"
    knew = "ja" if rng.random() < 0.5 else "nee"
    told = detail if situation == "gelijk" else ""
    return [pick(rng, OPINIONS), situation, "ja", ring, reaction, helped, knew, told]
