"""Write a register of family conferences that followed signals of the city."""

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import xlsxwriter
from maker.conferences import HEADER
from maker.files import write_workbook

from city.calendar import LAST_DAY, after, pick
from city.signals import Signal

NUMBER = 44
HELD = 0.58
PROFESSIONALS = (
    "maatschappelijk werk", "schuldhulpverlening", "jeugdzorg", "raadslieden", "GGZ",
    "woningcorporatie",
)  # fmt: skip
CHANCES = (0.75, 0.6, 0.2, 0.12, 0.12, 0.15)
QUESTIONS = (("schulden", 6), ("schulden, opvoeding", 3), ("huisvesting", 3),
             ("eenzaamheid", 2), ("werk", 1))  # fmt: skip
REASONS = (("druk weg", 4), ("netwerk niet betrekken", 7), ("onbekend", 2))
LAST_START = LAST_DAY - timedelta(days=160)


def write_city_conferences(
    path: Path, institutions: Sequence[str], signals: Sequence[Signal]
) -> Path:
    """Write the register and return its path."""
    rng = random.Random(path.name)
    accepted = [
        each
        for each in signals
        if each.is_accepted and each.decided and each.decided <= LAST_START
    ]
    chosen = sorted(rng.sample(accepted, NUMBER), key=lambda each: each.day)
    rows = [
        _row(rng, f"S-{number}", institutions[number % len(institutions)], signal)
        for number, signal in enumerate(chosen, 1)
    ]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Conferenties")
        for number, line in enumerate([HEADER, *rows]):
            sheet.write_row(number, 0, line)

    return write_workbook(path, fill)


def _row(
    rng: random.Random, number: str, institution: str, signal: Signal
) -> list[str | int]:
    asked = after(rng, signal.decided or signal.day, 5, 30)
    assigned = after(rng, asked, 4, 15)
    held = after(rng, assigned, 25, 70)
    is_held = rng.random() < HELD
    has_plan = is_held or rng.random() < 0.35
    present = [
        kind
        for kind, chance in zip(PROFESSIONALS, CHANCES, strict=True)
        if rng.random() < chance
    ]
    return [
        number,
        institution,
        f"{asked:%d-%m-%Y}",
        f"{assigned:%d-%m-%Y}",
        f"{held:%d-%m-%Y}" if is_held else "",
        "ja" if has_plan else "nee",
        "" if is_held else pick(rng, REASONS),
        rng.randint(3, 13) if is_held else "",
        signal.household.kind,
        signal.household.sex,
        pick(rng, QUESTIONS),
        ", ".join(present) if is_held else "",
        f"{held + timedelta(days=91):%d-%m-%Y}"
        if is_held and rng.random() < 0.7
        else "",
    ]
