"""Write a district's tally list: a sheet a month, ticks and dates."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import xlsxwriter
from maker.files import write_workbook
from maker.spelling import SHORT_MONTHS

from city.districts import District
from city.habits import spell_day
from city.signals import Signal

HEADER = (
    "Nr", "Huurdernummer", "Sekse", "Geb.datum", "Huurschuld", "1e aanbelactie",
    "2e aanbelactie", "3e aanbelactie", "Thuis", "Briefje", "Betaald/regeling",
    "Contact MaDi", "Deurwaarder", "Reden geen bezoek", "Traject", "Datum lijst",
    "Maanden achterstand",
)  # fmt: skip
REASONS = {"geen inwoner": "V", "overleden": "O", "betaald": "B", "regeling": "B"}
SETTLED = {"betaald": "B", "regeling": "R"}


def write_tally(path: Path, district: District, signals: Sequence[Signal]) -> Path:
    """Write the signals on the sheet of their month and return the path."""

    def fill(workbook: xlsxwriter.Workbook) -> None:
        for month, members in groupby(
            signals, key=lambda each: each.day.replace(day=1)
        ):
            name = f"{SHORT_MONTHS[month.month - 1]} {month.year}"
            sheet = workbook.add_worksheet(name)
            sheet.write(0, 0, f"Turflijst {district.name}, {name}")
            sheet.write_row(2, 0, HEADER)
            for number, signal in enumerate(members, 1):
                sheet.write_row(2 + number, 0, [number, *_cells(district, signal)])

    return write_workbook(path, fill)


def _cells(district: District, signal: Signal) -> list[object]:
    rings = [spell_day(district, each.day) for each in signal.visits]
    opened = [
        str(number)
        for number, each in enumerate(signal.visits, 1)
        if each.outcome != "niet thuis"
    ]
    is_helped = signal.is_accepted
    return [
        signal.household.contract,
        {"man": "m", "vrouw": "v"}.get(signal.household.sex, signal.household.sex),
        spell_day(district, signal.household.born),
        signal.amount,
        *rings,
        *[""] * (3 - len(rings)),
        opened[0] if opened else "",
        "x" if rings and not opened else "",
        SETTLED.get(signal.result, ""),
        "x" if is_helped or signal.referred_to else "",
        spell_day(district, signal.handed_over),
        "" if rings else REASONS.get(signal.result, "A"),
        signal.result if signal.result in ("SHV", "AMW") else "",
        spell_day(district, signal.day),
        signal.months,
    ]
