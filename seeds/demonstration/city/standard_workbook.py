"""Write a district's signals and attempts as the workbook of the standard."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from maker.files import write_workbook

from city.districts import District
from city.forms import RESULTS
from city.habits import spell_day
from city.signals import LETTER, OFFICE, PHONE, VISIT, Attempt, Signal

SIGNALS = (
    "Meldnummer", "Datum melding", "Programma", "Meldende organisatie",
    "Soort organisatie", "Contractnummer", "Cliëntnummer", "Geboortedatum", "Postcode",
    "Geslacht", "Soort huishouden", "Huur per maand", "Bedrag achterstand",
    "Dagen achterstand", "Vermoedelijke problemen", "Datum ontvangstbevestiging",
    "Al bekend bij de instelling", "Bezwaar", "Datum naar deurwaarder", "Resultaat",
    "Betaald of regeling", "Contact met de instelling", "Trajecten",
    "Doorverwezen naar", "Aangekomen na doorverwijzing", "Datum terugkoppeling",
    "Datum afsluiting", "Reden afsluiting",
)  # fmt: skip
ATTEMPTS = (
    "Meldnummer", "Volgnummer poging", "Manier van contact", "Datum poging", "Dagdeel",
    "Bezoek aangekondigd", "Bezoekers", "Uitkomst poging",
)  # fmt: skip
CHANNELS = {
    VISIT: "huisbezoek", PHONE: "telefoon", LETTER: "brief", OFFICE: "kantoor"
}  # fmt: skip
SETTLED = {"betaald": "betaald", "regeling": "regeling"}
PARTNER_KINDS = {"Huur": "huur", "Zorg": "zorg", "Energie": "energie", "Water": "water"}


def write_standard_workbook(
    path: Path, district: District, signals: Sequence[Signal]
) -> Path:
    """Write both sheets and return the path."""
    attempts = [
        _attempt(district, signal, number, attempt)
        for signal in signals
        for number, attempt in enumerate(signal.attempts, 1)
    ]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        rows = [_signal(district, signal) for signal in signals]
        sheets = [("Meldingen", SIGNALS, rows), ("Contactpogingen", ATTEMPTS, attempts)]
        for name, header, lines in sheets:
            sheet = workbook.add_worksheet(name)
            for number, line in enumerate([header, *lines]):
                sheet.write_row(number, 0, line)

    return write_workbook(path, fill)


def _signal(district: District, signal: Signal) -> list[object]:
    household = signal.household
    result = RESULTS.get(signal.result, signal.result)
    is_rent = signal.partner == "Huur"
    return [
        signal.number,
        spell_day(district, signal.day),
        "vroeg-eropaf",
        signal.partner_name,
        PARTNER_KINDS[signal.partner],
        household.contract,
        household.client if signal.known != "nee" else "",
        spell_day(district, household.born),
        household.postcode,
        household.sex,
        household.kind,
        household.rent if is_rent else "",
        signal.amount,
        signal.days,
        "/".join(signal.problems),
        spell_day(district, signal.received),
        signal.known,
        "nee",
        spell_day(district, signal.handed_over),
        *_outcome(district, signal, result),
    ]


def _outcome(district: District, signal: Signal, result: str) -> list[str]:
    arrived = "ja" if signal.arrived else "nee"
    trajectory = signal.result if signal.result in ("SHV", "AMW") else ""
    return [
        result,
        SETTLED.get(signal.result, "nee" if signal.decided else ""),
        "ja" if signal.is_reached else "nee",
        trajectory,
        signal.referred_to,
        arrived if signal.referred_to and signal.closed else "",
        spell_day(district, signal.feedback),
        spell_day(district, signal.closed),
        result if signal.closed else "",
    ]


def _attempt(
    district: District, signal: Signal, number: int, attempt: Attempt
) -> list[object]:
    hour = int(attempt.time[:2]) if attempt.time else None
    daypart = "" if hour is None else _daypart(hour)
    is_visit = attempt.channel == VISIT
    return [
        signal.number,
        number,
        CHANNELS[attempt.channel],
        spell_day(district, attempt.day),
        daypart,
        ("ja" if signal.is_announced else "nee") if is_visit else "",
        signal.visitors if is_visit else "",
        attempt.outcome,
    ]


def _daypart(hour: int) -> str:
    if hour < 12:
        return "ochtend"
    return "middag" if hour < 18 else "avond"
