"""Write pilot A's transfer and feedback forms."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from maker.files import write_text
from maker.inventor import Inventor
from maker.spelling import spell_amount, spell_answer, spell_date, spell_sex
from maker.transfer_signals import SIGNALS, TransferSignal, Visit

HEADER = (
    "Meldnummer", "Programma", "Datum melding", "Corporatie",
    "Contactpersoon corporatie", "Contractnummer", "Naam", "Geboortedatum",
    "Geslacht", "Huishouden", "Postcode", "Huisnummer", "Huur per maand (€)",
    "Huurachterstand (€)", "Maanden achterstand", "Aantal schuldeisers",
    "Totale schuld", "Vermoedelijke problematiek", "Datum brief corporatie",
    "Bezwaar", "Datum bezwaar", "Datum naar deurwaarder",
    "Datum ontvangstbevestiging", "Bekend bij MaDi", "Reactie op brief",
    "Datum huisbezoek 1", "Tijdstip 1", "Thuis 1",
    "Datum huisbezoek 2", "Tijdstip 2", "Thuis 2",
    "Datum huisbezoek 3", "Tijdstip 3", "Thuis 3",
    "Bezoekers", "Aangekondigd", "Briefje achtergelaten", "Datum kantoorbezoek",
    "Resultaat", "Doorverwezen naar", "Aangekomen", "Datum terugkoppeling",
    "Datum afsluiting", "Reden afsluiting", "Opmerkingen", "Telefoon huurder",
)  # fmt: skip
PREFIXES = {"Ymere": "YM", "De Alliantie": "AL", "Eigen Haard": "EH"}
VISITING_PAIRS = ("SHV+MW", "MW+SHV", "SHV+OW")
RESULT_COLUMN = HEADER.index("Resultaat")
VISIT_COLUMN = HEADER.index("Datum huisbezoek 1")


@dataclass(frozen=True)
class Tenant:
    """The invented person behind a transfer form."""

    name: str
    birth_date: date
    postcode: str
    house_number: str
    contract: str
    client: str
    phone: str


def invent_tenants() -> tuple[list[Tenant], Inventor]:
    """Return a tenant for every signal, and who invented them."""
    inventor = Inventor(seed=20070312)
    tenants = [
        Tenant(
            inventor.name(),
            inventor.birth_date(),
            inventor.postcode(str(1011 + number % 8)),
            str(inventor.rng.randrange(600, 990)),
            inventor.contract(PREFIXES[signal.corporation]),
            inventor.client("BL"),
            inventor.phone(),
        )
        for number, signal in enumerate(SIGNALS)
    ]
    return tenants, inventor


def write_transfer_forms(path: Path, tenants: Sequence[Tenant]) -> Path:
    """Write the forms as Windows-1252 text and return the path."""
    rng = random.Random(1007)
    rows = [
        _row(rng, number, signal, tenant)
        for number, (signal, tenant) in enumerate(zip(SIGNALS, tenants, strict=True), 1)
    ]
    rows.insert(1, _as_first_reported(rows[1]))
    rows.append(_test_row(rows[0]))
    return write_text(path, HEADER, rows, separator=";", encoding="cp1252")


def signal_number(number: int) -> str:
    """Return the number under which a signal was reported."""
    return f"C2007-{number:03d}"


def _row(
    rng: random.Random, number: int, signal: TransferSignal, tenant: Tenant
) -> list[str]:
    return [
        signal_number(number),
        "vroeg-eropaf",
        spell_date(rng, signal.reported),
        rng.choice((signal.corporation, signal.corporation.upper())),
        "",
        *_tenant_cells(rng, signal, tenant),
        *_debt_cells(rng, signal),
        spell_date(rng, signal.letter),
        spell_answer(rng, "nee"),
        "",
        "",
        spell_date(rng, signal.confirmed),
        signal.known,
        signal.reply,
        *_visit_cells(rng, signal.visits),
        *_outcome_cells(rng, signal),
        f"Betreft fam. {tenant.name},\nzie dossier {tenant.client}",
        tenant.phone,
    ]


def _tenant_cells(
    rng: random.Random, signal: TransferSignal, tenant: Tenant
) -> list[str]:
    return [
        tenant.contract,
        tenant.name,
        spell_date(rng, tenant.birth_date),
        spell_sex(rng, signal.sex),
        signal.household,
        tenant.postcode,
        tenant.house_number,
    ]


def _debt_cells(rng: random.Random, signal: TransferSignal) -> list[str]:
    return [
        spell_amount(rng, Decimal(signal.rent)),
        spell_amount(rng, Decimal(signal.arrears)),
        str(signal.months),
        signal.creditors,
        signal.total_debt,
        signal.problems,
    ]


def _outcome_cells(rng: random.Random, signal: TransferSignal) -> list[str]:
    return [
        rng.choice(VISITING_PAIRS) if signal.visits else "",
        spell_answer(rng, "ja") if signal.visits else "",
        _note_left(rng, signal),
        spell_date(rng, signal.office_visit),
        signal.result,
        signal.referred_to,
        signal.arrived,
        spell_date(rng, signal.feedback),
        spell_date(rng, signal.closed),
        "",
    ]


def _visit_cells(rng: random.Random, visits: Sequence[Visit]) -> list[str]:
    cells: list[str] = []
    for visit in visits:
        home = spell_answer(rng, "ja" if visit.is_home else "nee")
        cells += [spell_date(rng, visit.day), visit.time, home]
    return cells + [""] * (9 - len(cells))


def _note_left(rng: random.Random, signal: TransferSignal) -> str:
    if not signal.visits:
        return ""
    return spell_answer(rng, "nee" if signal.visits[0].is_home else "ja")


def _as_first_reported(row: Sequence[str]) -> list[str]:
    """Return the same signal as it stood before the visit."""
    return [
        "" if VISIT_COLUMN <= column < len(row) - 1 else value
        for column, value in enumerate(row)
    ]


def _test_row(row: Sequence[str]) -> list[str]:
    """Return somebody's trial of the form, left behind in the file."""
    test = list(row)
    test[HEADER.index("Meldnummer")] = "C2007-999"
    test[HEADER.index("Contractnummer")] = ""
    test[HEADER.index("Naam")] = "TEST"
    test[HEADER.index("Geboortedatum")] = "01-01-1950"
    return test
