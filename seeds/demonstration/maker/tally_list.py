"""Write pilot B's tally list: a workbook with a sheet a month, as people keep it."""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from maker.files import write_workbook
from maker.household import Household
from maker.inventor import Inventor
from maker.spelling import MONTHS, spell_amount, spell_date, spell_sex

Cell = str | int | float | datetime
SHEET_NAMES = {
    3: "mrt 2007", 4: "apr 2007", 5: "mei 2007", 6: "2007-06",
    7: "juli 2007", 8: "aug 2007", 9: "september", 10: "okt 2007",
}  # fmt: skip
COLUMNS = (
    "Nr", "Huurdernummer", "Sekse", "Geb.datum", "Huurschuld", "1e aanbelactie",
    "2e aanbelactie", "3e aanbelactie", "Thuis", "Briefje", "Betaald/regeling",
    "Contact MaDi", "Deurwaarder", "Reden geen bezoek", "Traject", "Opmerking",
)  # fmt: skip
SPELLED_HEADINGS: dict[int, Callable[[str], str]] = {
    4: str.upper,
    5: lambda heading: heading.replace(" ", "_"),
    7: lambda heading: heading.replace("Huurschuld", "Huurschuld (€)"),
    9: str.lower,
}
DIGITS_AT_HOME = {5, 8}
MONTH_WITH_DATED_LIST = 6
MONTH_WITH_REPEAT = 4
MONTH_WITH_TEST_ROW = 7
MONTH_WITH_NAMES = 8
LEGEND = (
    "V = vertrokken, O = overleden, B = betaald voor bezoek",
    "T = al in traject, F = vermoeden fraude, A = anders",
)


def write_tally_list(
    path: Path, households: Sequence[Household], inventor: Inventor
) -> Path:
    """Write the workbook and return its path."""
    rng = random.Random(2007)

    def fill(workbook: xlsxwriter.Workbook) -> None:
        title = workbook.add_format({"bold": True, "align": "center"})
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for month, name in SHEET_NAMES.items():
            listed = [each for each in households if each.month == month]
            rows = _rows(rng, month, listed, inventor)
            sheet = workbook.add_worksheet(name)
            sheet.merge_range(0, 0, 0, 7, _title(month), title)
            _write_rows(sheet, [_header(month), *rows], day)
            _write_foot(sheet, 3 + len(rows) + 1, month, listed)
        legend = workbook.add_worksheet("Legenda")
        legend.write_column(0, 0, LEGEND)
        legend.hide()
        workbook.add_worksheet("Blad10")

    return write_workbook(path, fill)


def _title(month: int) -> str:
    return f"Turflijst Vroeg-Eropaf Transvaalbuurt - {MONTHS[month - 1]} 2007"


def _header(month: int) -> list[str]:
    columns = list(COLUMNS)
    if month == MONTH_WITH_DATED_LIST:
        columns.insert(1, "Datum lijst")
    if month == MONTH_WITH_NAMES:
        columns += ["Naam huurder", "Mobiel"]
    spell = SPELLED_HEADINGS.get(month, str)
    return [spell(column) for column in columns]


def _rows(
    rng: random.Random, month: int, listed: Sequence[Household], inventor: Inventor
) -> list[list[Cell]]:
    rows = [_row(rng, month, number, each) for number, each in enumerate(listed, 1)]
    if month == MONTH_WITH_REPEAT:
        rows.insert(0, _earlier_version(rows[2]))
    if month == MONTH_WITH_TEST_ROW:
        rows.append([len(rows) + 1, "TEST", "m", "", "100,-", *[""] * 11])
    for row in rows:
        if month == MONTH_WITH_DATED_LIST:
            row.insert(1, spell_date(rng, listed[0].listed_on))
        if month == MONTH_WITH_NAMES:
            row += [inventor.name(), inventor.phone()]
    return rows


def _row(
    rng: random.Random, month: int, number: int, household: Household
) -> list[Cell]:
    rings = [*household.attempts, None, None, None][:3]
    return [
        number,
        _spell_contract(rng, household.contract),
        spell_sex(rng, household.sex),
        _birth_date(rng, household),
        _amount(rng, household.debt),
        *[_date(rng, ring) for ring in rings],
        _at_home(month, household),
        _note(household),
        household.payment,
        "x" if household.has_help_after else "",
        _bailiff_tick(rng, household),
        "" if household.is_attempted else household.route,
        household.trajectory,
        _remark(household),
    ]


def _earlier_version(row: Sequence[Cell]) -> list[Cell]:
    """Return the same tenant as first listed: no ring yet, nothing known."""
    return [*row[:5], *[""] * (len(row) - 5)]


def _spell_contract(rng: random.Random, contract: str) -> str:
    return rng.choice((contract, contract, contract.lower(), f" {contract}"))


def _birth_date(rng: random.Random, household: Household) -> Cell:
    if household.sex == "onbekend" and rng.random() < 0.6:
        return rng.choice(("", "onbekend", "n.n.b."))
    return _date(rng, household.birth_date)


def _date(rng: random.Random, day: date | None) -> Cell:
    if day is None:
        return ""
    typed = datetime(day.year, day.month, day.day)
    return typed if rng.random() < 0.4 else spell_date(rng, day)


def _amount(rng: random.Random, amount: Decimal) -> Cell:
    return float(amount) if rng.random() < 0.3 else spell_amount(rng, amount)


def _at_home(month: int, household: Household) -> Cell:
    if not household.opened_at:
        return ""
    return household.opened_at if month in DIGITS_AT_HOME else "x"


def _note(household: Household) -> str:
    not_at_home_first = household.is_attempted and household.opened_at != 1
    return "x" if not_at_home_first else ""


def _bailiff_tick(rng: random.Random, household: Household) -> Cell:
    if not household.is_ticked:
        return ""
    return _date(rng, household.summoned_on) if rng.random() < 0.4 else "x"


def _remark(household: Household) -> str:
    remarks = {"T": "loopt al bij Dynamo", "A": "in overleg met corporatie"}
    return remarks.get(household.route, "")


def _write_rows(
    sheet: Worksheet, rows: Sequence[Sequence[Cell]], day: xlsxwriter.format.Format
) -> None:
    for row_index, row in enumerate(rows, 2):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                sheet.write_datetime(row_index, column, value, day)
            elif value != "":
                sheet.write(row_index, column, value)


def _write_foot(
    sheet: Worksheet, row: int, month: int, listed: Sequence[Household]
) -> None:
    """Write the total and the notes that a reader must not take for tenants."""
    shift = 1 if month == MONTH_WITH_DATED_LIST else 0
    sheet.write(row, 0, "Totaal")
    sheet.write(row, 1 + shift, len(listed))
    sheet.write(row, 4 + shift, float(sum(each.debt for each in listed)))
    sheet.write(row + 2, 0, "x = ja; leeg = nee")
