"""Write the register of the 18 Eigen Kracht conferences."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from maker.files import write_workbook
from maker.spelling import spell_date

HEADER = (
    "Nr", "Instelling", "Datum aanmelding", "Coördinator toegewezen",
    "Datum conferentie", "Plan", "Reden geen conferentie", "Aantal deelnemers",
    "Huishouden", "Geslacht", "Vragen", "Aanwezige professionals", "Evaluatiedatum",
)  # fmt: skip
PROFESSIONALS = {
    "maatschappelijk werk": (0, 1, 2, 3, 4, 5, 6, 7),
    "schuldhulpverlening": (0, 2, 3, 5, 7, 8),
    "jeugdzorg": (1, 6),
    "raadslieden": (4,),
    "kinderpsychiatrie": (6,),
    "GGZ": (9,),
    "woningcorporatie": (3,),
    "advocaat": (8,),
}
QUESTIONS = ("schulden", "huisvesting", "schulden, opvoeding", "eenzaamheid", "werk")
FIRST_REPORT = date(2007, 2, 5)


@dataclass(frozen=True)
class Conference:
    """One family's conference: held, only a plan, or neither."""

    household: str
    sex: str
    participants: int | None = None
    has_plan: bool = True
    reason: str = ""


CONFERENCES = (
    Conference("alleenstaand", "vrouw", 7),
    Conference("meerpersoons", "vrouw", 9),
    Conference("alleenstaand", "man", 3),
    Conference("alleenstaand", "man", 8),
    Conference("meerpersoons", "man", 11),
    Conference("alleenstaand", "vrouw", 5),
    Conference("meerpersoons", "vrouw", 9),
    Conference("alleenstaand", "man", 6),
    Conference("meerpersoons", "man", 8),
    Conference("alleenstaand", "man", 7),
    Conference("alleenstaand", "vrouw", reason="druk weg"),
    Conference("meerpersoons", "man", reason="netwerk niet betrekken"),
    Conference("alleenstaand", "man", reason="netwerk niet betrekken"),
    Conference("alleenstaand", "man", has_plan=False, reason="druk weg"),
    Conference("onbekend", "vrouw", has_plan=False, reason="netwerk niet betrekken"),
    Conference("alleenstaand", "onbekend", has_plan=False, reason="onbekend"),
    Conference("alleenstaand", "man", has_plan=False, reason="netwerk niet betrekken"),
    Conference("onbekend", "onbekend", has_plan=False, reason=""),
)


def write_conferences(path: Path) -> Path:
    """Write the register and return its path."""
    rng = random.Random(18)
    rows = [_row(rng, index, each) for index, each in enumerate(CONFERENCES)]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Eigen Kracht")
        bold = workbook.add_format({"bold": True})
        sheet.merge_range(0, 0, 0, 5, "Eigen Kracht-conferenties 2007-2008", bold)
        for row_index, row in enumerate([HEADER, *rows], 2):
            sheet.write_row(row_index, 0, row)
        sheet.write(len(rows) + 4, 0, "Totaal")
        held = sum(each.participants or 0 for each in CONFERENCES)
        sheet.write(len(rows) + 4, 7, held)

    return write_workbook(path, fill)


def _row(rng: random.Random, index: int, conference: Conference) -> list[str | int]:
    reported = FIRST_REPORT + timedelta(days=28 * index + rng.randrange(14))
    assigned = reported + timedelta(days=rng.randrange(4, 15))
    held = assigned + timedelta(days=rng.randrange(30, 60))
    is_held = conference.participants is not None
    evaluated = held + timedelta(days=92) if is_held and index % 3 else None
    return [
        index + 1,
        ("Dynamo", "PuurZuid")[index % 2],
        spell_date(rng, reported),
        spell_date(rng, assigned),
        spell_date(rng, held if is_held else None),
        "ja" if conference.has_plan else "nee",
        conference.reason,
        "" if conference.participants is None else conference.participants,
        conference.household,
        conference.sex,
        QUESTIONS[index % len(QUESTIONS)],
        ", ".join(kind for kind, present in PROFESSIONALS.items() if index in present),
        spell_date(rng, evaluated),
    ]
