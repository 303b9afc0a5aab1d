"""Write the city's register of evictions for 2007 so far, per district.

Only the sums of Centrum were published; the other districts are invented.
"""

import random
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from maker.files import write_workbook
from maker.spelling import MONTHS

MEASURES = ("aangezegd", "uitgevoerd", "niet uitgevoerd")
NUMBER_OF_MONTHS = 9
SHARE_SHIFTED = 0.25
EXECUTED_AND_NOT = {
    "Centrum": (49, 112),
    "Westerpark": (27, 58),
    "Oud-West": (22, 49),
    "Zeeburg": (58, 97),
    "Bos en Lommer": (51, 88),
    "De Baarsjes": (34, 71),
    "Noord": (96, 171),
    "Geuzenveld/Slotermeer": (63, 102),
    "Osdorp": (55, 94),
    "Slotervaart": (46, 83),
    "Zuidoost": (148, 236),
    "Oost-Watergraafsmeer": (57, 109),
    "Oud Zuid": (41, 93),
    "Zuideramstel": (24, 52),
}
Counts = list[int]


def write_eviction_register(path: Path) -> Path:
    """Write the crosstab and return its path."""
    rng = random.Random(161)
    lines = [
        (district, _line(rng, *totals)) for district, totals in EXECUTED_AND_NOT.items()
    ]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("2007")
        bold = workbook.add_format({"bold": True, "align": "center"})
        sheet.merge_range(0, 0, 0, 6, "Boedelbeheer: ontruimingen per stadsdeel", bold)
        sheet.write(3, 0, "Stadsdeel")
        for month in range(NUMBER_OF_MONTHS):
            column = 1 + 3 * month
            title = f"{MONTHS[month]} 2007"
            sheet.merge_range(2, column, 2, column + 2, title, bold)
            sheet.write_row(3, column, MEASURES)
        for row, (district, counts) in enumerate(lines, 4):
            sheet.write(row, 0, district)
            sheet.write_row(row, 1, counts)
        _write_foot(sheet, 4 + len(lines), [counts for _, counts in lines])

    return write_workbook(path, fill)


def _line(rng: random.Random, executed: int, not_executed: int) -> Counts:
    """Spread a district's sums over the months: announced, executed, not."""
    executed_by_month = _spread(rng, executed)
    averted_by_month = _spread(rng, not_executed)
    announced = [
        done + not_done
        for done, not_done in zip(executed_by_month, averted_by_month, strict=True)
    ]
    if rng.random() < SHARE_SHIFTED:
        announced = _shift_one(rng, announced)
    months = zip(announced, executed_by_month, averted_by_month, strict=True)
    return [count for month in months for count in month]


def _spread(rng: random.Random, total: int) -> Counts:
    counts = [0] * NUMBER_OF_MONTHS
    for _ in range(total):
        counts[rng.randrange(NUMBER_OF_MONTHS)] += 1
    return counts


def _shift_one(rng: random.Random, announced: Counts) -> Counts:
    """Announce one eviction a month early: months differ then, the year does not."""
    month = rng.randrange(1, NUMBER_OF_MONTHS)
    shifted = list(announced)
    shifted[month - 1] += 1
    shifted[month] -= 1
    return shifted


def _write_foot(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, lines: Sequence[Counts]
) -> None:
    sheet.write(row, 0, "Totaal")
    sheet.write_row(row, 1, [sum(column) for column in zip(*lines, strict=True)])
    sheet.write(row + 2, 0, "Bron: Boedelbeheer. Stand tot en met september 2007.")
