"""Write a district's transfer and feedback forms, as text or as a workbook."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from maker.files import write_text, write_workbook

from city.districts import FORM_CSV, District
from city.habits import spell_answer, spell_day, spell_euros, spell_sex
from city.signals import OFFICE, Signal

RESULTS = {
    "SHV": "traject SHV", "AMW": "traject AMW", "budgetadvies": "hulp geaccepteerd",
    "quick fix": "hulp geaccepteerd", "overig": "hulp geaccepteerd",
}  # fmt: skip
Row = dict[str, str]


def write_forms(path: Path, district: District, signals: Sequence[Signal]) -> Path:
    """Write one row a signal and return the path."""
    rows = [_row(district, signal) for signal in signals]
    header, cells = list(rows[0]), [list(row.values()) for row in rows]
    if district.source == FORM_CSV:
        return write_text(
            path, header, cells, separator=district.separator,
            encoding=district.encoding,
        )  # fmt: skip

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Formulieren")
        bold = workbook.add_format({"bold": True})
        title = f"Overdrachtsformulieren stadsdeel {district.name}"
        sheet.merge_range(0, 0, 0, 6, title, bold)
        for number, line in enumerate([header, *cells], 2):
            sheet.write_row(number, 0, line)
        sheet.write_row(len(cells) + 4, 0, ["Totaal", len(cells)])

    return write_workbook(path, fill)


def _row(district: District, signal: Signal) -> Row:
    return {
        **_about(district, signal),
        **_before(district, signal),
        **_visits(district, signal),
        **_after(district, signal),
    }


def _about(district: District, signal: Signal) -> Row:
    household = signal.household
    return {
        "Meldnummer": signal.number,
        "Programma": "vroeg-eropaf",
        "Datum melding": spell_day(district, signal.day),
        "Corporatie": signal.partner_name,
        "Contractnummer": household.contract,
        "Naam": household.name,
        "Geboortedatum": spell_day(district, household.born),
        "Geslacht": spell_sex(district, household.sex),
        "Huishouden": household.kind,
        "Postcode": household.postcode,
        "Huisnummer": household.house_number,
        "Huur per maand": spell_euros(district, household.rent),
        "Huurachterstand": spell_euros(district, signal.amount),
        "Maanden achterstand": str(signal.months),
        "Vermoedelijke problematiek": " / ".join(signal.problems),
    }


def _before(district: District, signal: Signal) -> Row:
    return {
        "Datum brief corporatie": spell_day(district, signal.letter),
        "Bezwaar": spell_answer(district, signal.objected is not None),
        "Datum bezwaar": spell_day(district, signal.objected),
        "Datum naar deurwaarder": spell_day(district, signal.handed_over),
        "Datum ontvangstbevestiging": spell_day(district, signal.received),
        "Bekend bij MaDi": signal.known,
        "Reactie op brief": signal.reply,
    }


def _visits(district: District, signal: Signal) -> Row:
    cells: Row = {}
    for number in (1, 2, 3):
        made = signal.visits[number - 1] if number <= len(signal.visits) else None
        is_home = made is not None and made.is_contact
        cells[f"Datum huisbezoek {number}"] = spell_day(
            district, made.day if made else None
        )
        cells[f"Tijdstip {number}"] = made.time if made else ""
        cells[f"Thuis {number}"] = spell_answer(district, is_home) if made else ""
    return cells


def _after(district: District, signal: Signal) -> Row:
    office = [each.day for each in signal.attempts if each.channel == OFFICE]
    announced = spell_answer(district, signal.is_announced) if signal.visits else ""
    arrived = spell_answer(district, signal.arrived is not None)
    return {
        "Bezoekers": signal.visitors if signal.visits else "",
        "Aangekondigd": announced,
        "Datum kantoorbezoek": spell_day(district, office[0] if office else None),
        "Resultaat": RESULTS.get(signal.result, signal.result),
        "Doorverwezen naar": signal.referred_to,
        "Aangekomen": arrived if signal.referred_to and signal.closed else "",
        "Datum terugkoppeling": spell_day(district, signal.feedback),
        "Datum afsluiting": spell_day(district, signal.closed),
        "Reden afsluiting": RESULTS.get(signal.result, signal.result)
        if signal.closed
        else "",
    }
