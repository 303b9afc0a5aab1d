"""Write the city's register of evictions of a year, per district and month."""

import random
from pathlib import Path

import xlsxwriter
from maker.files import write_workbook
from maker.spelling import MONTHS

from city import rates
from city.calendar import SEASON
from city.districts import DISTRICTS

MEASURES = ("aangezegd", "uitgevoerd", "niet uitgevoerd")
ANNOUNCED_PER_SIGNAL = 0.075
"""Every landlord's evictions, so more than those after signals (an assumption)."""


def write_evictions(path: Path, year: int) -> Path:
    """Write the crosstab and return its path."""
    rng = random.Random(f"evictions/{year}")
    lines = [(each.name, _line(rng, each.signals / 24)) for each in DISTRICTS]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet(str(year))
        bold = workbook.add_format({"bold": True, "align": "center"})
        title = f"Boedelbeheer: ontruimingen per stadsdeel, {year}"
        sheet.merge_range(0, 0, 0, 6, title, bold)
        sheet.write(3, 0, "Stadsdeel")
        for month in range(12):
            column = 1 + 3 * month
            name = f"{MONTHS[month]} {year}"
            sheet.merge_range(2, column, 2, column + 2, name, bold)
            sheet.write_row(3, column, MEASURES)
        for row, (district, counts) in enumerate(lines, 4):
            sheet.write(row, 0, district)
            sheet.write_row(row, 1, counts)

    return write_workbook(path, fill)


def _line(rng: random.Random, signals_a_month: float) -> list[int]:
    """Return announced, executed and not executed of each month."""
    counts: list[int] = []
    for month in range(12):
        mean = signals_a_month * ANNOUNCED_PER_SIGNAL * SEASON[month]
        announced = max(0, round(rng.gauss(mean, mean**0.5)))
        executed = sum(rng.random() < rates.EXECUTED for _ in range(announced))
        counts += [announced, executed, announced - executed]
    return counts
