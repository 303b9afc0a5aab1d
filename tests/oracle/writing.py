"""Writes a region as the files that its districts would have sent."""

from __future__ import annotations

import csv
import io
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.oracle import spelling
from tests.oracle.registrations import CITY, Claim, EventSignal, Form, Region, Tally

Row = dict[str, str]
CORPORATIONS = {
    "ymere": ["Ymere", "ymere", "YMERE"],
    "de-alliantie": ["De Alliantie", "de alliantie"],
    "eigen-haard": ["Eigen Haard", "eigen haard"],
}
YES_NO = {True: "ja", False: "nee", None: ""}
AFTERCARE = {True: "J", False: "N", None: ""}
KNOWN = {"no": "nee", "yes": "ja", "former": "oud-cliënt", None: ""}
REPLIES = {
    "none": "geen reactie",
    "no_need": "geen behoefte",
    "paid": "betaald",
    "appointment": "afspraak gemaakt",
    None: "",
}


@dataclass(frozen=True)
class Delivery:
    """One written file and what its uploader says about it."""

    path: Path
    district: str | None
    pilot: str | None
    records: int


def write_region(region: Region, folder: Path, seed: int) -> list[Delivery]:
    """Write every file of the region; spellings are drawn from the seed."""
    rng = random.Random(seed)
    deliveries = [
        *_write_forms(region, folder, rng),
        _write_tallies(region, folder, rng),
        _write_event_signals(region, folder, rng),
        _write_steps(region, folder, rng),
        _write_dossiers(region, folder, rng),
        *_write_claims(region, folder, rng),
        _write_follow_ups(region, folder, rng),
        _write_evictions(region, folder, rng),
        _write_conferences(region, folder, rng),
    ]
    return deliveries


def write_text(path: Path, rows: list[Row], rng: random.Random, **fixed: str) -> None:
    """Rows as a text file in a random encoding, separator and line ending."""
    separator = fixed.get("separator") or rng.choice([";", ",", "\t", "|"])
    headings = list(rows[0])
    if not fixed:
        rng.shuffle(headings)
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter=separator, lineterminator=rng.choice(["\n", "\r\n"])
    )
    writer.writerow(
        headings if fixed else [spelling.a_heading(rng, one) for one in headings]
    )
    writer.writerows([[row[heading] for heading in headings] for row in rows])
    encoding = rng.choice(["utf-8", "utf-8-sig", "cp1252"])
    path.write_bytes(text.getvalue().encode(encoding))


def write_sheets(
    path: Path, sheets: dict[str, list[Row]], rng: random.Random
) -> dict[str, int]:
    """Rows as a workbook: a title and an empty row above, a total below.

    Gives the row number of each sheet's first record.
    """
    first_rows = {}
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        if rng.random() < 0.7:
            sheet.append(["Registratie van de wijk"])
            sheet.append([])
        headings = list(rows[0])
        rng.shuffle(headings)
        sheet.append([spelling.a_heading(rng, one) for one in headings])
        first_rows[name] = sheet.max_row + 1
        for row in rows:
            sheet.append([row[heading] or None for heading in headings])
        if rng.random() < 0.7:
            sheet.append(["Totaal", len(rows)])
    book.save(path)
    return first_rows


def _write_forms(region: Region, folder: Path, rng: random.Random) -> list[Delivery]:
    groups: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in region.forms:
        groups[form.pilot, form.district].append(form)
    deliveries = []
    for (pilot, district), forms in groups.items():
        rows = [form_row(rng, form) for form in forms]
        path = folder / f"formulieren-{pilot}-{district}.csv"
        write_text(path, rows, rng)
        deliveries.append(Delivery(path, district, pilot, len(rows)))
    return deliveries


def form_row(rng: random.Random, form: Form) -> Row:
    """One transfer form, by the headings of the standard."""
    tenant = form.tenant
    row = {
        "Meldnummer": form.number,
        "Programma": "vroeg-eropaf",
        "Datum melding": spelling.a_date(rng, form.day),
        "Corporatie": _corporation(rng, tenant.corporation),
        "Contractnummer": tenant.contract,
        "Naam": tenant.name,
        "Geboortedatum": spelling.a_date(rng, tenant.birth_date),
        "Geslacht": spelling.a_sex(rng, tenant.sex),
        "Huishouden": form.household_type or "",
        "Postcode": tenant.postcode,
        "Huisnummer": str(tenant.house_number),
        "Huurachterstand": spelling.an_amount(rng, form.arrears),
        "Maanden achterstand": "" if form.months is None else str(form.months),
        "Datum brief corporatie": spelling.a_date(rng, form.letter),
        "Bezwaar": spelling.yes_no(rng, form.objected),
        "Datum ontvangstbevestiging": spelling.a_date(rng, form.receipt),
        "Bekend bij MaDi": KNOWN[form.known],
        "Reactie op brief": REPLIES[form.reply],
        "Datum kantoorbezoek": spelling.a_date(rng, form.office),
        "Aangekondigd": YES_NO[form.announced],
        "Resultaat": form.result or "",
        "Doorverwezen naar": form.referred_to or "",
        "Aangekomen": YES_NO[form.arrived],
        "Datum terugkoppeling": spelling.a_date(rng, form.feedback),
        "Datum afsluiting": spelling.a_date(rng, form.closed),
        "Opmerkingen": "Gesproken met de buren; belt terug.",
    }
    for number in (1, 2, 3):
        visit = form.visits[number - 1] if number <= len(form.visits) else None
        row[f"Datum huisbezoek {number}"] = spelling.a_date(rng, visit and visit.day)
        row[f"Thuis {number}"] = spelling.yes_no(rng, visit.opened) if visit else ""
    return row


def _corporation(rng: random.Random, corporation: str | None) -> str:
    return rng.choice(CORPORATIONS[corporation]) if corporation else ""


def _write_tallies(region: Region, folder: Path, rng: random.Random) -> Delivery:
    sheets: dict[str, list[Row]] = defaultdict(list)
    for number, tally in enumerate(region.tallies, 1):
        month = spelling.SHORT_MONTHS[tally.day.month - 1]
        sheets[f"{month} {tally.day.year}"].append(tally_row(rng, tally, number))
    path = folder / "turflijst.xlsx"
    write_sheets(path, sheets, rng)
    first = region.tallies[0]
    return Delivery(path, first.district, first.pilot, len(region.tallies))


def tally_row(rng: random.Random, tally: Tally, number: int) -> Row:
    """One line of a tally list, by the headings of the standard."""
    last = len(tally.attempts)
    home = "" if tally.opened_at is None else str(tally.opened_at)
    if tally.opened_at == last and rng.random() < 0.5:
        home = "x"
    row = {
        "Nr": str(number),
        "Huurdernummer": tally.tenant.contract,
        "Sekse": spelling.a_sex(rng, tally.tenant.sex),
        "Geb.datum": spelling.a_date(rng, tally.tenant.birth_date),
        "Huurschuld": spelling.an_amount(rng, tally.arrears),
        "Thuis": home,
        "Betaald/regeling": tally.settled or "",
        "Contact MaDi": "x" if tally.contact else "",
        "Deurwaarder": "x" if tally.bailiff else "",
        "Reden geen bezoek": tally.reason or "",
        "Traject": rng.choice(["/", ", "]).join(tally.trajectories),
    }
    for index in (1, 2, 3):
        made = tally.attempts[index - 1] if index <= last else None
        row[f"{index}e aanbelactie"] = spelling.a_date(rng, made) if made else ""
    return row


def _write_event_signals(region: Region, folder: Path, rng: random.Random) -> Delivery:
    rows = [row for signal in region.event_signals for row in _event_rows(rng, signal)]
    rng.shuffle(rows)
    path = folder / "signalen.tsv"
    write_text(path, rows, rng, separator="\t")
    return Delivery(path, None, CITY, len(rows))


def _event_rows(rng: random.Random, signal: EventSignal) -> list[Row]:
    """The signal's own row holds who it is about; later rows need not."""
    empty = {"partner": "", "partnernaam": "", "contractnummer": "", "bedrag": ""}
    about = {
        "partner": "Huur",
        "partnernaam": _corporation(rng, signal.tenant.corporation),
        "contractnummer": signal.tenant.contract,
        "bedrag": spelling.an_amount(rng, signal.arrears),
    }
    happened = [("signaal", signal.day, "", about)] + [
        (event.name, event.day, event.value, empty) for event in signal.events
    ]
    return [
        {
            "signaal_id": signal.number,
            "gebeurtenis": name,
            "datum": spelling.a_date(rng, day),
            "tijd": "",
            "stadsdeel": signal.district,
            "waarde": value,
            **columns,
        }
        for name, day, value, columns in happened
    ]


def _write_steps(region: Region, folder: Path, rng: random.Random) -> Delivery:
    rows = [
        {
            "contractnr": step.tenant.contract,
            "corporatie": _corporation(rng, step.tenant.corporation),
            "dossier_dw": step.dossier,
            "stap": step.step or "?",
            "datum": f"{step.day:%d/%m/%y}" if step.day else "",
            "bedrag": "",
            "kosten": "",
        }
        for step in region.steps
    ]
    path = folder / "deurwaarder.csv"
    write_text(path, rows, rng, separator=",")
    return Delivery(path, None, None, len(rows))


def _write_dossiers(region: Region, folder: Path, rng: random.Random) -> Delivery:
    districts = {form.number: form.district for form in region.forms}
    rows = [
        {
            "DOSSIERNR": dossier.number,
            "CLIENTNR": f"C{dossier.number}",
            "MELDNR": dossier.signal_number or "",
            "CONTRACTNR": dossier.tenant.contract,
            "GEBDAT": f"{dossier.tenant.birth_date:%Y%m%d}",
            "GESL": {"male": "1", "female": "2"}.get(dossier.tenant.sex or "", "9"),
            "DIENST": dossier.service,
            "START": f"{dossier.started:%Y%m%d}",
            "EIND": f"{dossier.ended:%Y%m%d}" if dossier.ended else "",
            "UREN": str(dossier.hours),
            "STATUS": "A" if dossier.ended else "L",
            "AFSLUITCODE": dossier.close_code or "",
            "NAZORG3": AFTERCARE[dossier.aftercare[0]],
            "NAZORG6": AFTERCARE[dossier.aftercare[1]],
        }
        for dossier in region.dossiers
    ]
    path = folder / "regas.txt"
    write_text(path, rows, rng, separator="|")
    assert districts
    return Delivery(path, None, None, len(rows))


def _write_claims(region: Region, folder: Path, rng: random.Random) -> list[Delivery]:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in region.claims:
        groups[claim.pilot, claim.district].append(claim)
    deliveries = []
    for (pilot, district), claims in groups.items():
        path = folder / f"declaraties-{district}.csv"
        write_text(path, [_claim_row(rng, claim) for claim in claims], rng)
        deliveries.append(Delivery(path, district, pilot, len(claims)))
    return deliveries


def _claim_row(rng: random.Random, claim: Claim) -> Row:
    return {
        "declaratienr": claim.number,
        "maand": f"{claim.month:%Y-%m}",
        "instelling": "dynamo",
        "product": claim.product,
        "meldnummer": "",
        "uren": str(claim.hours),
        "tarief": "60,00",
        "bedrag": spelling.an_amount(rng, claim.amount),
        "betaler": "DWI",
    }


def _write_follow_ups(region: Region, folder: Path, rng: random.Random) -> Delivery:
    words = {True: "ja", False: "nee", None: "onbekend"}
    rows = [
        {
            "huurdernummer": one.tenant.contract,
            "peildatum": spelling.a_date(rng, one.day),
            "huurschuld nu": words[one.debt],
            "woont er nog": "ja",
        }
        for one in region.follow_ups
    ]
    path = folder / "nameting.xlsx"
    write_sheets(path, {"nameting": rows}, rng)
    return Delivery(path, None, None, len(rows))


def _write_evictions(region: Region, folder: Path, rng: random.Random) -> Delivery:
    months = sorted({count.month for count in region.evictions})
    districts = sorted({count.district for count in region.evictions})
    counts = {(count.district, count.month): count for count in region.evictions}
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Boedelbeheer: ontruimingen per stadsdeel"])
    sheet.append([])
    sheet.append(
        [""]
        + [
            text
            for month in months
            for text in (f"{spelling.MONTHS[month.month - 1]} {month.year}", None, None)
        ]
    )
    sheet.append(
        ["stadsdeel", *(["aangezegd", "uitgevoerd", "niet uitgevoerd"] * len(months))]
    )
    for district in districts:
        line: list[object] = [district]
        for month in months:
            count = counts[district, month]
            averted = max(count.announced - count.executed, 0)
            line += [count.announced, count.executed, averted]
        sheet.append(line)
    path = folder / "boedelbeheer.xlsx"
    book.save(path)
    return Delivery(path, None, None, len(districts) * len(months))


def _write_conferences(region: Region, folder: Path, rng: random.Random) -> Delivery:
    rows = [
        {
            "nr": one.number,
            "instelling": one.institution,
            "datum aanmelding": spelling.a_date(rng, one.registered),
            "coördinator toegewezen": "",
            "datum conferentie": spelling.a_date(rng, one.held),
            "plan": spelling.yes_no(rng, one.plan),
            "reden geen conferentie": one.reason or "",
            "aantal deelnemers": str(one.participants or ""),
        }
        for one in region.conferences
    ]
    path = folder / "eigen-kracht.xlsx"
    write_sheets(path, {"Blad1": rows}, rng)
    return Delivery(path, None, "eigen-kracht-2007", len(rows))
