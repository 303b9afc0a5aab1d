"""Deal the services that followed signals; write Regas exports and the claims."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from maker.files import write_text

from city.calendar import LAST_DAY, after, pick
from city.signals import Signal

HEADER = (
    "DOSSIERNR", "CLIENTNR", "MELDNR", "CONTRACTNR", "GEBDAT", "GESL", "DIENST",
    "START", "EIND", "UREN", "STATUS", "AFSLUITCODE", "NAZORG3", "NAZORG6",
)  # fmt: skip
CLAIM_HEADER = (
    "declaratienr", "maand", "instelling", "product", "meldnummer", "uren", "tarief",
    "bedrag", "betaler",
)  # fmt: skip
EXPORT_DAY = LAST_DAY - timedelta(days=7)
SEX_CODES = {"man": "1", "vrouw": "2"}
NORM_HOURS = {"IA": 1.0, "KB": 3.0, "EOA": 10.0, "OIB": 3.0, "AIB": 4.5}
TRAJECTORY_HOURS = {"SHV": 16.0, "AMW": 11.0}
PRODUCTS = {
    "IA": "Informatie en advies",
    "KB": "Korte bemiddeling / snelle overdracht",
    "EOA": "Er-op-af",
    "OIB": "Aanmelding / opstarten inkomensbeheer",
    "AIB": "Aanvullend inkomensbeheer",
}
BY_RESULT = {"SHV": "SHV", "AMW": "AMW", "budgetadvies": "IA", "quick fix": "KB"}
CLOSE_CODES = (
    ("01", 52), ("02", 14), ("03", 13), ("04", 5), ("05", 9), ("06", 5), ("99", 2),
)  # fmt: skip
OUTREACH, INCOME_MANAGEMENT, MORE_MANAGEMENT = 0.07, 0.35, 0.6
RATE = 60
NUMBER_GIVEN = 0.85


@dataclass(frozen=True)
class Service:
    """A service of an institution to the household of a signal."""

    number: str
    institution: str
    signal: Signal
    kind: str
    start: date
    end: date | None = None
    hours: float = 0
    close_code: str = ""
    aftercare: tuple[str, str] = ("", "")


def deal_services(institution: str, signals: Sequence[Signal]) -> list[Service]:
    """Return the services that an institution gave after the signals."""
    rng = random.Random(f"services/{institution}")
    found: list[Service] = []
    for signal in signals:
        for kind, day in _kinds(rng, signal):
            number = f"{institution[:2].upper()}-{len(found) + 10_000}"
            begun = Service(number, institution, signal, kind, day)
            found.append(_given(rng, begun))
    return [each for each in found if each.start <= EXPORT_DAY]


def write_registration(path: Path, services: Sequence[Service]) -> Path:
    """Write an institution's Regas export and return the path."""
    rng = random.Random(path.name)
    rows = [_row(rng, each) for each in services]
    return write_text(path, HEADER, rows, separator="|", line_end="\n")


def write_claims(path: Path, prefix: str, services: Sequence[Service]) -> Path:
    """Write what is claimed for the ended services of a district, first to last."""
    rng = random.Random(path.name)
    ended = [
        (each.end, each.number, each)
        for each in services
        if each.kind in PRODUCTS and each.end
    ]
    rows = [
        _claim(rng, f"{prefix}-{number:05}", end, service)
        for number, (end, _, service) in enumerate(sorted(ended), 1)
    ]
    return write_text(path, CLAIM_HEADER, rows, separator=";", encoding="cp1252")


def _kinds(rng: random.Random, signal: Signal) -> Iterator[tuple[str, date]]:
    if signal.visits and rng.random() < OUTREACH:
        yield "EOA", signal.visits[0].day
    if signal.decided is None or signal.result not in BY_RESULT:
        return
    start = after(rng, signal.decided, 1, 14)
    yield BY_RESULT[signal.result], start
    if signal.result == "SHV" and rng.random() < INCOME_MANAGEMENT:
        begun = after(rng, start, 14, 50)
        yield "OIB", begun
        if rng.random() < MORE_MANAGEMENT:
            yield "AIB", after(rng, begun, 25, 60)


def _given(rng: random.Random, begun: Service) -> Service:
    """Return a service that began with its end, hours and close code."""
    is_long = begun.kind in TRAJECTORY_HOURS
    length = rng.randint(90, 330) if is_long else rng.randint(0, 35)
    end = begun.start + timedelta(days=length)
    norm = TRAJECTORY_HOURS.get(begun.kind) or NORM_HOURS[begun.kind]
    hours = max(0.5, round(2 * norm * rng.lognormvariate(0.04, 0.3)) / 2)
    if end > EXPORT_DAY:
        return replace(begun, hours=hours)
    code = pick(rng, CLOSE_CODES) if is_long else "01"
    care = _aftercare(rng, end) if begun.kind in ("SHV", "AIB") else ("", "")
    return replace(begun, hours=hours, end=end, close_code=code, aftercare=care)


def _aftercare(rng: random.Random, end: date) -> tuple[str, str]:
    """Say whether the client was followed, as far as it was time to."""
    answers = [
        ("J" if rng.random() < chance else "N")
        if end + timedelta(days=days) <= EXPORT_DAY
        else ""
        for days, chance in ((92, 0.66), (183, 0.48))
    ]
    return answers[0], answers[1]


def _row(rng: random.Random, service: Service) -> list[str]:
    signal, household = service.signal, service.signal.household
    is_numbered = rng.random() < NUMBER_GIVEN
    return [
        service.number,
        household.client,
        signal.number if is_numbered else "",
        household.contract,
        f"{household.born:%Y%m%d}",
        SEX_CODES.get(household.sex, "9"),
        service.kind,
        f"{service.start:%Y%m%d}",
        f"{service.end:%Y%m%d}" if service.end else "",
        f"{service.hours:.1f}",
        "A" if service.end else "L",
        service.close_code,
        *service.aftercare,
    ]


def _claim(rng: random.Random, number: str, end: date, service: Service) -> list[str]:
    is_numbered = rng.random() < NUMBER_GIVEN
    payer = "corporatie" if service.kind == "EOA" and rng.random() < 0.4 else "DWI"
    return [
        number,
        f"{end:%Y-%m}",
        service.institution,
        PRODUCTS[service.kind],
        service.signal.number if is_numbered else "",
        f"{service.hours:.1f}",
        f"{RATE},00",
        f"{service.hours * RATE:.2f}".replace(".", ","),
        payer,
    ]
