"""Writes planted deliveries as their districts would send them."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.faults import events, form_faults, forms, lists, sheets, tallies
from tests.faults.families import column_of, sparse_checks
from tests.faults.plan import Fault, Place, Row, Unit, ledger, plant
from tests.oracle.registrations import CITY, PILOT_B
from tests.oracle.writing import write_sheets, write_text

SPARSE_SHARE = 0.15
SEED = 20070301


@dataclass(frozen=True)
class Planted:
    """A written file, what its uploader says, and where its faults lie."""

    path: Path
    district: str | None = None
    pilot: str | None = None
    period: date | None = None
    places: list[Place] = field(default_factory=list)


def write_planted(folder: Path) -> list[Planted]:
    """Every planted delivery, thousands of rows of nine formats."""
    noord = {"district": "noord", "pilot": CITY}
    return [
        _text(
            folder / "formulieren.csv",
            forms.clean_forms(3000, SEED),
            form_faults.FAULTS,
            can_hold=forms.can_hold_fault,
            **noord,
        ),
        _sparse(folder / "open-formulieren.csv", forms.FORMAT, **noord),
        _other_month(folder / "maart.csv"),
        _tally_list(folder / "turflijst.xlsx"),
        _text(
            folder / "deurwaarder.csv",
            lists.clean_dossiers(500, SEED),
            lists.BAILIFF_FAULTS,
            separator=",",
        ),
        _sparse(folder / "open-deurwaarder.csv", "deurwaarderslijst", separator=","),
        _text(
            folder / "regas.txt",
            lists.clean_services(2000, SEED),
            lists.SERVICE_FAULTS,
            can_hold=lists.is_closed,
            separator="|",
            **noord,
        ),
        _sparse(folder / "open-regas.txt", "regas", separator="|", **noord),
        _text(
            folder / "nameting.csv",
            lists.clean_follow_ups(1500, SEED),
            lists.FOLLOW_UP_FAULTS,
            can_hold=lists.has_debt,
        ),
        _sparse(folder / "open-nameting.csv", "nameting"),
        _text(
            folder / "signalen.txt",
            events.clean_events(1000, SEED),
            events.FAULTS,
            separator="\t",
            **noord,
        ),
        _sparse(
            folder / "open-signalen.txt", "signalenbestand", separator="\t", **noord
        ),
        _text(
            folder / "declaraties.csv",
            lists.clean_claims(1000, SEED),
            lists.CLAIM_FAULTS,
            separator=";",
        ),
        _sparse(folder / "open-declaraties.csv", "declaratie", separator=";"),
        _conferences(folder / "eigen-kracht.xlsx"),
        _sparse(folder / "open-conferenties.csv", "eigen_kracht"),
        Planted(
            folder / "boedelbeheer.xlsx",
            places=sheets.write_evictions(folder / "boedelbeheer.xlsx"),
        ),
    ]


def _text(
    path: Path,
    units: Sequence[Unit],
    faults: Sequence[Fault],
    can_hold=lambda unit: True,
    separator: str | None = None,
    **place,
) -> Planted:
    planted, found = plant(units, faults, copies=4, seed=SEED, can_hold=can_hold)
    return _written(path, planted, ledger(planted, found, 2), separator, **place)


def _written(
    path: Path,
    units: Sequence[Unit],
    places: list[Place],
    separator: str | None,
    **place,
) -> Planted:
    rows = [_visible(row) for unit in units for row in unit]
    fixed = {"separator": separator} if separator else {}
    write_text(path, rows, random.Random(SEED), **fixed)
    return Planted(path, places=places, **place)


def _visible(row: Row) -> Row:
    return {name: text for name, text in row.items() if not name.startswith("_")}


CLEAN = {
    "overdrachtsformulier": (
        forms.clean_forms,
        {"signals": 0, "contact_attempts": 0},
    ),
    "signalenbestand": (
        events.clean_events,
        {"signals": events.SIGNAL, "contact_attempts": events.VISIT},
    ),
    "deurwaarderslijst": (lists.clean_steps, {"bailiff_steps": 0}),
    "regas": (lists.clean_services, {"services": 0}),
    "nameting": (lists.clean_follow_ups, {"follow_ups": 0}),
    "declaratie": (lists.clean_claims, {"claims": 0}),
    "eigen_kracht": (sheets.clean_conferences, {"conferences": 0}),
}
"""For each format its clean units, and in which row of one an entity stands."""

TOGETHER = {
    ("regas", "services_without_link"): ("MELDNR", "CONTRACTNR", "GEBDAT"),
    ("signalenbestand", "signals_partner_type_missing"): ("partner", "partnernaam"),
}
"""The checks with a threshold for which several cells must be empty."""


def _sparse(path: Path, source_format: str, separator=None, **place) -> Planted:
    """A file in which more cells are empty than the checks tolerate."""
    make, positions = CLEAN[source_format]
    units = make(300, SEED + 1)
    emptied = {
        check.check_id: (
            positions[check.entity],
            (column_of(source_format, check).header,),
        )
        for check in sparse_checks(source_format, positions)
    }
    emptied |= {
        check: (0, headings)
        for (name, check), headings in TOGETHER.items()
        if name == source_format
    }
    found = _emptied(units, emptied)
    return _written(path, units, ledger(units, found, 2), separator, **place)


def _emptied(
    units: Sequence[Unit], emptied: Mapping[str, tuple[int, Sequence[str]]]
) -> list[dict[str, tuple[int, ...]]]:
    """Empty cells in one row of units that are drawn for each check."""
    rng = random.Random(SEED)
    found: list[dict[str, tuple[int, ...]]] = [{} for _ in units]
    for check, (position, headings) in emptied.items():
        for number in rng.sample(range(len(units)), round(SPARSE_SHARE * len(units))):
            units[number][position].update(dict.fromkeys(headings, ""))
            found[number][check] = (position,)
    return found


def _other_month(path: Path) -> Planted:
    """Forms of March, with a few of the month before or after it."""
    march = forms.clean_forms(200, SEED + 2, first_day=date(2009, 3, 2))
    wrong = [
        Fault("other month", forms.moved(day), {"signals_other_month": (0,)})
        for day in (date(2009, 2, 28), date(2009, 4, 1))
    ]
    return _text(
        path,
        march,
        wrong,
        district="noord",
        pilot=CITY,
        period=date(2009, 3, 1),
    )


def _tally_list(path: Path) -> Planted:
    rows: dict[str, list[Row]] = {}
    planted = {}
    for number, (name, units) in enumerate(tallies.clean_sheets(300, SEED).items()):
        chosen = [
            one
            for one in tallies.FAULTS
            if one.name != "second ring only" or name == "sep 2007"
        ]
        planted[name] = plant(
            units, chosen, 1, SEED + number, can_hold=tallies.can_hold_fault
        )
        rows[name] = [_visible(row) for unit in planted[name][0] for row in unit]
    first_rows = write_sheets(path, rows, random.Random(SEED))
    places = [
        place
        for name, (units, found) in planted.items()
        for place in ledger(units, found, first_rows[name], name)
    ]
    return Planted(path, "oost-watergraafsmeer", PILOT_B, places=places)


def _conferences(path: Path) -> Planted:
    units = sheets.clean_conferences(400, SEED)
    planted, found = plant(units, sheets.CONFERENCE_FAULTS, copies=2, seed=SEED)
    rows = [_visible(row) for unit in planted for row in unit]
    first_row = write_sheets(path, {"Blad1": rows}, random.Random(SEED))["Blad1"]
    places = ledger(planted, found, first_row, "Blad1")
    return Planted(path, pilot="eigen-kracht-2007", places=places)
