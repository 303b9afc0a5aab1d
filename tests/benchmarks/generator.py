"""Writes source files with as many signals as asked: quick, plain, the same each time.

The counts mean nothing; the files are as wide and as long as real ones.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from warehouse.deliveries.placing import Place
from warehouse.standard.places import districts

PILOT = "stedelijk-2009"
FIRST_DAY = date(2009, 1, 1)
DAYS = 2 * 365
CORPORATIONS = ("Ymere", "Eigen Haard", "Rochdale", "Stadgenoot", "De Key")
HOUSEHOLDS = ("alleenstaand", "alleenstaand met kinderen", "paar", "overig")
RESULTS = ("betaald", "regeling", "hulp geaccepteerd", "traject SHV", "niet bereikt")
STEPS = ("SOM", "DAG", "VON", "AANZ")
Row = dict[str, object]


@dataclass(frozen=True)
class SourceFile:
    """A written file with what its uploader says of it."""

    path: Path
    place: Place
    rows: int


def write_files(folder: Path, signals: int, seed: int = 2009) -> list[SourceFile]:
    """A transfer form and a bailiff list for each district.

    Every third signal's contract is at the bailiff.
    """
    written = []
    names = sorted(districts())
    for position, district in enumerate(names):
        source = random.Random(seed + position)
        share = signals // len(names) + (position < signals % len(names))
        place = Place(district, PILOT)
        forms = folder / f"overdracht-{district}.csv"
        lists = folder / f"deurwaarder-{district}.csv"
        steps = share // 3
        _write(forms, ";", _forms(source, district, share))
        _write(lists, ",", _bailiff_steps(source, district, steps))
        written.append(SourceFile(forms, place, share))
        written.append(SourceFile(lists, place, steps))
    return written


def write_form(path: Path, source: random.Random, district: str, count: int) -> None:
    """Write one transfer form of a district, with so many signals."""
    _write(path, ";", _forms(source, district, count))


def _write(path: Path, separator: str, rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        first = next(rows)
        writer = csv.DictWriter(file, list(first), delimiter=separator)
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)


def _forms(source: random.Random, district: str, count: int) -> Iterator[Row]:
    for number in range(count):
        reported = FIRST_DAY + timedelta(source.randrange(DAYS))
        visited = reported + timedelta(source.randrange(3, 21))
        is_home = source.random() < 0.5
        born = f"{source.randrange(1, 28)}-3-{source.randrange(1930, 1990)}"
        yield {
            "Meldnummer": f"{district}-{number:06}",
            "Programma": "vroeg-eropaf",
            "Datum melding": f"{reported:%d-%m-%Y}",
            "Corporatie": source.choice(CORPORATIONS),
            "Contractnummer": _contract(district, source.randrange(count)),
            "Geboortedatum": born,
            "Geslacht": source.choice(("man", "vrouw")),
            "Huishouden": source.choice(HOUSEHOLDS),
            "Postcode": f"{source.randrange(1011, 1109)} AB",
            "Huisnummer": source.randrange(1, 400),
            "Huur per maand": f"{source.randrange(250, 700)},00",
            "Huurachterstand": f"€ {source.randrange(200, 3000)},50",
            "Maanden achterstand": source.randrange(1, 6),
            "Bezwaar": "nee",
            "Bekend bij MaDi": source.choice(("ja", "nee", "")),
            "Datum huisbezoek 1": f"{visited:%d-%m-%Y}",
            "Tijdstip 1": source.choice(("ochtend", "middag", "avond")),
            "Thuis 1": "ja" if is_home else "nee",
            "Bezoekers": "SHV+MW",
            "Resultaat": source.choice(RESULTS) if is_home else "niet bereikt",
            "Datum terugkoppeling": f"{visited + timedelta(2):%d-%m-%Y}",
            "Datum afsluiting": f"{visited + timedelta(30):%d-%m-%Y}",
        }


def _bailiff_steps(source: random.Random, district: str, count: int) -> Iterator[Row]:
    for number in range(count):
        taken = FIRST_DAY + timedelta(source.randrange(DAYS))
        yield {
            "contractnr": _contract(district, 3 * number),
            "corporatie": source.choice(CORPORATIONS),
            "dossier_dw": f"DW-{district}-{number:06}",
            "stap": source.choice(STEPS),
            "datum": f"{taken:%d/%m/%y}",
            "bedrag": f"{source.randrange(200, 3000)},00",
            "kosten": "75,00",
        }


def _contract(district: str, number: int) -> str:
    return f"{district[:2].upper()}{number:06}"
