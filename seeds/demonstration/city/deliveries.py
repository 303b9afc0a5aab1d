"""Write every file of the city, and the listing of what is delivered when."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from pathlib import Path

from city.bailiffs import Step, deal_steps, write_bailiff_list
from city.calendar import LAST_DAY, OWN_FILE, received_on
from city.conferences import write_city_conferences
from city.ddas import write_ddas
from city.districts import (
    DDAS_NEW,
    DDAS_OLD,
    DISTRICTS,
    EVENTS,
    FORM_CSV,
    FORM_XLSX,
    TALLY,
    WORKBOOK,
    District,
)
from city.event_list import PILOT, write_event_list
from city.evictions import write_evictions
from city.follow_ups import write_follow_ups
from city.forms import write_forms
from city.region import deal_signals
from city.services import deal_services, write_claims, write_registration
from city.signals import Signal
from city.standard_workbook import write_standard_workbook
from city.tally import write_tally

LISTING = "deliveries.csv"
NAMES = {
    EVENTS: "signalen-{}.txt", FORM_CSV: "overdracht-{}.csv",
    FORM_XLSX: "overdracht-{}.xlsx", DDAS_OLD: "ddas-{}.json", DDAS_NEW: "ddas-{}.json",
    TALLY: "turflijst-{}.xlsx", WORKBOOK: "werkboek-{}.xlsx",
}  # fmt: skip
WRITERS = {
    EVENTS: write_event_list, FORM_CSV: write_forms, FORM_XLSX: write_forms,
    TALLY: write_tally, WORKBOOK: write_standard_workbook,
}  # fmt: skip
LATE_SHARE = 0.6
"""What the late district delivers of its last month but one; of the last nothing."""
YEARS = (2009, 2010)
MONTH_NAME = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True)
class Listed:
    """A written file, and what its uploader says of it."""

    file: str
    district: str
    pilot: str
    period: str
    received_on: date


def make_city(folder: Path) -> list[Listed]:
    """Write the files and their listing into an existing folder."""
    signals = {
        each.code: deal_signals(each, position)
        for position, each in enumerate(DISTRICTS)
    }
    steps: dict[str, list[Step]] = defaultdict(list)
    for code, dealt in signals.items():
        for corporation, found in deal_steps(code, dealt).items():
            steps[corporation] += found
    listed = [
        *_bailiff_files(folder, steps),
        *_city_files(folder, signals),
        *_district_files(folder, signals),
        *_institution_files(folder, signals),
    ]
    _write_listing(folder / LISTING, listed)
    return listed


def _district_files(folder: Path, signals: dict[str, list[Signal]]) -> Iterator[Listed]:
    for position, district in enumerate(DISTRICTS):
        dealt = signals[district.code]
        yield _history(folder, district, dealt, position)
        for month in OWN_FILE:
            yield from _own_month(folder, district, dealt, month, position)
        yield from _supplement(folder, district, dealt, position)


def _history(
    folder: Path, district: District, dealt: Sequence[Signal], position: int
) -> Listed:
    last = OWN_FILE[0] - timedelta(days=1)
    day = received_on(last.replace(day=1), position)
    seen = [each.seen_on(day) for each in dealt if each.day <= last]
    return _write(folder, district, seen, day, "2009-01-2010-09")


def _own_month(
    folder: Path,
    district: District,
    dealt: Sequence[Signal],
    month: date,
    position: int,
) -> Iterator[Listed]:
    day = received_on(month, position)
    if district.is_late and month == OWN_FILE[-1]:
        return
    members = [each for each in dealt if each.day.replace(day=1) == month]
    if district.is_late and month == OWN_FILE[-2]:
        members, day = members[: round(len(members) * LATE_SHARE)], LAST_DAY
    seen = [each.seen_on(day) for each in members]
    yield _write(folder, district, seen, day, f"{month:%Y-%m}")


def _supplement(
    folder: Path, district: District, dealt: Sequence[Signal], position: int
) -> Iterator[Listed]:
    """Tell what happened since to signals that were delivered before."""
    day = LAST_DAY - timedelta(days=1 + position % 4)
    if district.is_late:
        return
    changed = [
        each.seen_on(day)
        for each in dealt
        if each.changed_between(_first_told(each, position), day)
    ]
    yield _write(folder, district, changed, day, "aanvulling")


def _first_told(signal: Signal, position: int) -> date:
    history = received_on(OWN_FILE[0] - timedelta(days=1), position)
    month = signal.day.replace(day=1)
    return received_on(month, position) if month in OWN_FILE else history


def _write(
    folder: Path,
    district: District,
    signals: Sequence[Signal],
    day: date,
    what: str,
) -> Listed:
    """Write what a district tells on a day; a month's name is its period too."""
    name = NAMES[district.source].format(f"{district.code}-{what}")
    if not district.knows_contracts:
        write_ddas(folder / name, district, signals, day)
    else:
        WRITERS[district.source](folder / name, district, signals)
    period = what if MONTH_NAME.fullmatch(what) else ""
    return Listed(name, district.code, PILOT, period, day)


def _bailiff_files(folder: Path, steps: dict[str, list[Step]]) -> Iterator[Listed]:
    for number, (corporation, found) in enumerate(sorted(steps.items())):
        name = f"deurwaarder-{corporation.lower().replace(' ', '-')}-2007-2010.csv"
        write_bailiff_list(folder / name, found)
        yield Listed(name, "", "", "", LAST_DAY - timedelta(days=number % 5))


def _institution_files(
    folder: Path, signals: dict[str, list[Signal]]
) -> Iterator[Listed]:
    """Write what each institution registered, and claims for each of its districts."""
    for institution in sorted({each.institution for each in DISTRICTS}):
        own = [each for each in DISTRICTS if each.institution == institution]
        followed = [signal for district in own for signal in signals[district.code]]
        services = deal_services(institution, followed)
        name = f"regas-{institution.lower().replace(' ', '-')}-2009-2010.txt"
        write_registration(folder / name, services)
        yield Listed(name, "", "", "", LAST_DAY - timedelta(days=4))
        for district in own:
            name = f"declaraties-{district.code}-2009-2010.csv"
            members = {signal.number for signal in signals[district.code]}
            given = [each for each in services if each.signal.number in members]
            write_claims(folder / name, district.prefix, given)
            yield Listed(name, district.code, PILOT, "", LAST_DAY)


def _city_files(folder: Path, signals: dict[str, list[Signal]]) -> Iterator[Listed]:
    every = [
        signal
        for district in DISTRICTS
        if district.knows_contracts
        for signal in signals[district.code]
    ]
    for year in YEARS:
        name = f"boedelbeheer-{year}.xlsx"
        write_evictions(folder / name, year)
        yield Listed(name, "", "", "", min(date(year + 1, 1, 14), LAST_DAY))
    write_follow_ups(folder / "nameting-2010.csv", every)
    yield Listed("nameting-2010.csv", "", PILOT, "", LAST_DAY - timedelta(days=10))
    institutions = sorted({each.institution for each in DISTRICTS})
    name = "eigen-kracht-2009-2010.xlsx"
    write_city_conferences(folder / name, institutions, every)
    yield Listed(name, "", PILOT, "", LAST_DAY - timedelta(days=9))


def _write_listing(path: Path, listed: Sequence[Listed]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Listed))
        writer.writerows(map(astuple, listed))
