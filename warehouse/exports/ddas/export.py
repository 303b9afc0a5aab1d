"""A DDAS delivery made from the released warehouse, with a report of what it lacks."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from warehouse.exports.ddas.document import Composer, spelled
from warehouse.exports.ddas.key_file import Person, read_key_file
from warehouse.exports.ddas.losses import Losses
from warehouse.exports.ddas.released_signals import ReleasedSignals, Row, read_signals
from warehouse.intake.ddas.model import ROOT, Version
from warehouse.intake.ddas.reading import Node, read_document
from warehouse.intake.ddas.versions import VERSIONS
from warehouse.messages import user_error
from warehouse.privacy.pseudonyms import Pseudonyms, load_pseudonyms
from warehouse.settings import Settings

SUPPLIER = "eropaf-monitor"
MARK = "PSEUDONIEM, GEEN ECHTE ADRESSEN"
MUNICIPALITY = re.compile(r"\d{4}")
# The post never issued postcodes with these letters.
UNISSUED_LETTERS = ("SA", "SD", "SS")


@dataclass(frozen=True)
class Wish:
    """Which delivery is asked for; `keys` is the uploader's own key file."""

    municipality: str
    first: date
    last: date
    version: str = "1.2"
    keys: Path | None = None
    pseudonymised: bool = False
    organisation: str | None = None


@dataclass(frozen=True, repr=False)
class Export:
    """The delivery as JSON, and a report without anybody's identity."""

    document: Node
    report: dict[str, Any]


def export_ddas(settings: Settings, wish: Wish) -> Export:
    """Make a delivery; UserError when it was asked for wrongly or would be empty."""
    version = _checked(wish)
    pseudonyms = load_pseudonyms(settings)
    released = read_signals(settings, wish.first, wish.last)
    losses = Losses()
    composer = Composer(version, losses, lambda one: _source_id(pseudonyms, one))
    chosen = choose(released, wish, losses, _persons(settings, wish, pseudonyms))
    if not chosen:
        raise user_error("export.nothing", signals=len(released.signals))
    attempts = released.attempts
    signals = [
        composer.signal(row, person, has_attempts=row["signal_id"] in attempts)
        for row, person in chosen
    ]
    cases = [
        case
        for row, _ in chosen
        if (case := composer.case(row, attempts.get(row["signal_id"], ())))
    ]
    _count_behind(released, [row for row, _ in chosen], losses)
    document = spelled(version, ROOT, _envelope(wish, signals, cases))
    _check_own_work(document, version)
    return Export(document, _report(wish, released, signals, cases, losses))


def _checked(wish: Wish) -> Version:
    if not MUNICIPALITY.fullmatch(wish.municipality):
        raise user_error("export.municipality")
    if wish.version not in VERSIONS:
        raise user_error("export.version", versions=", ".join(VERSIONS))
    if wish.first > wish.last:
        raise user_error("export.period")
    if bool(wish.keys) == wish.pseudonymised:
        raise user_error("export.keys_or_pseudonyms")
    return VERSIONS[wish.version]


def _persons(
    settings: Settings, wish: Wish, pseudonyms: Pseudonyms
) -> Callable[[Row], frozenset[Person]]:
    """Who a signal is about: from the key file, or an address that nobody has."""
    if wish.keys is None:
        return lambda row: frozenset({synthetic_person(row["household_id"])})
    return read_key_file(wish.keys, settings, pseudonyms).persons


def synthetic_person(household_id: str) -> Person:
    """An address made from a pseudonym, the same for the same household."""
    digest = hashlib.sha256(household_id.encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    digits = 1000 + number % 9000
    letters = UNISSUED_LETTERS[number // 9000 % len(UNISSUED_LETTERS)]
    return Person(
        postcode=f"{digits}{letters}",
        house_number=str(1 + int.from_bytes(digest[8:16], "big") % 9999),
    )


def choose(
    released: ReleasedSignals,
    wish: Wish,
    losses: Losses,
    persons: Callable[[Row], frozenset[Person]],
) -> list[tuple[Row, Person]]:
    """The signals whose identity may and can be delivered, each with its person.

    What is left out is listed in `losses` with its reason.
    """
    chosen = []
    for row in released.signals:
        found = persons(row)
        if row["municipality"] not in (None, wish.municipality):
            losses.leave_out("other_municipality", row["signal_id"])
        elif row["objected"]:
            losses.leave_out("objected", row["signal_id"])
        elif not found:
            losses.leave_out("not_in_key_file", row["signal_id"])
        elif len(found) > 1:
            losses.leave_out("several_persons", row["signal_id"])
        else:
            chosen.append((row, next(iter(found))))
    return chosen


def _source_id(pseudonyms: Pseudonyms, signal_id: str) -> str:
    """Our own signal IDs may hold the pseudonym that the export must not give away."""
    return pseudonyms.pseudonym("ddas_signal", signal_id)


def _envelope(wish: Wish, signals: list[Node], cases: list[Node]) -> Node:
    name = wish.organisation or f"Gemeente {wish.municipality}"
    if wish.pseudonymised:
        name = f"{MARK}: {name}"
    return {
        "startdatumLevering": wish.first.isoformat(),
        "einddatumLevering": wish.last.isoformat(),
        "aanleverdatumEnTijd": datetime.now(UTC).isoformat(timespec="seconds"),
        "codeGegevensleverancier": SUPPLIER,
        "leveringen": [
            {
                "teller": 1,
                "gemeentecode": wish.municipality,
                "aanleverendeOrganisatie": {"naam": name},
                "vroegsignalen": signals,
                "vroegsignaalzaken": cases,
            }
        ],
    }


def _check_own_work(document: Node, version: Version) -> None:
    """Fail rather than deliver a file that strays from its version."""
    read = read_document(document, version)
    if found := (*read.refusals, *read.notes):
        raise RuntimeError(f"the export is no valid DDAS: {found[0].en}")


def _count_behind(released: ReleasedSignals, rows: list[Row], losses: Losses) -> None:
    households = {row["household_id"] for row in rows}
    for (table, household), count in released.rows_behind.items():
        if household in households:
            losses.tables[table.removeprefix("fct_")] += count


def _report(
    wish: Wish,
    released: ReleasedSignals,
    signals: list[Node],
    cases: list[Node],
    losses: Losses,
) -> dict[str, Any]:
    return {
        "format": "ddas",
        "version": wish.version,
        "municipality": wish.municipality,
        "from": wish.first.isoformat(),
        "to": wish.last.isoformat(),
        "pseudonymised": wish.pseudonymised,
        "signals_in_period": len(released.signals),
        "signals_without_date": released.undated,
        "signals_delivered": len(signals),
        "cases_delivered": len(cases),
        "attempts_delivered": sum(
            len(case.get("contactpogingen", ())) for case in cases
        ),
        **losses.as_json(),
    }
