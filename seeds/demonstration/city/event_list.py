"""Write a district's event list: one row an event, in no order."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from maker.files import write_text

from city.districts import District
from city.habits import spell_answer, spell_day, spell_euros, spell_sex
from city.signals import VISIT, Attempt, Signal

HEADER = (
    "signaal_id", "gebeurtenis", "datum", "tijd", "stadsdeel", "pilot", "partner",
    "partnernaam", "contractnummer", "geboortedatum", "postcode", "geslacht", "bedrag",
    "dagen_achterstand", "waarde", "bezoekers", "aangekondigd",
)  # fmt: skip
VARIANTS = {
    "iso": {"signaal_id": "Signaalnummer", "bedrag": "Bedrag achterstand"},
    "compact": {"gebeurtenis": "Event", "dagen_achterstand": "Dagen achterstand"},
    "slash": {"contractnummer": "Contractnr", "bedrag": "Achterstand (€)"},
    "short": {"partner": "Signaalpartner", "partnernaam": "Naam partner"},
}
PILOT = "stedelijk-2009"
SETTLED = ("betaald", "regeling")
CONTRACT_KNOWN = 0.985
"""The central reporting point looks up the rent contract, whoever reports."""
ODD_WORD = "niet open"
"""What one district writes since the summer of 2010; nobody has mapped it."""
ODD_WORD_BEGINS = date(2010, 7, 1)
Row = tuple[str, ...]


def write_event_list(path: Path, district: District, signals: Sequence[Signal]) -> Path:
    """Write the events of the signals and return the path."""
    rng = random.Random(path.name)
    rows = [row for signal in signals for row in _rows(rng, district, signal)]
    rng.shuffle(rows)
    header = [VARIANTS.get(district.dates, {}).get(name, name) for name in HEADER]
    return write_text(
        path,
        header,
        rows,
        separator=district.separator,
        encoding=district.encoding,
        line_end="\n" if district.dates == "iso" else "\r\n",
    )


def _rows(rng: random.Random, district: District, signal: Signal) -> Iterator[Row]:
    yield _own_row(rng, district, signal)
    for attempt in signal.attempts:
        yield _attempt_row(rng, district, signal, attempt)
    for name, day, value in _other_events(signal):
        if day:
            yield _row(district, signal, (name, day, value))


def _other_events(signal: Signal) -> Iterator[tuple[str, date | None, str]]:
    yield "ontvangen", signal.received, ""
    yield from _events_of_the_result(signal)
    yield "doorverwijzing", signal.referred, signal.referred_to
    yield "aangekomen", signal.arrived, ""
    yield "terugkoppeling", signal.feedback, ""
    yield "deurwaarder", signal.handed_over, ""
    yield "afgesloten", signal.closed, _closing_word(signal)


def _events_of_the_result(signal: Signal) -> Iterator[tuple[str, date | None, str]]:
    if signal.is_accepted:
        yield "aanbod", signal.decided, ""
        yield "geaccepteerd", signal.decided, signal.result
    elif signal.result in SETTLED:
        yield signal.result, signal.decided, ""
    elif signal.result == "geen hulp gewenst":
        yield "aanbod", signal.decided, ""
        yield "geweigerd", signal.decided, ""


def _closing_word(signal: Signal) -> str:
    if signal.is_accepted:
        traject = {"SHV": "traject SHV", "AMW": "traject AMW"}
        return traject.get(signal.result, "hulp geaccepteerd")
    return signal.result


def _own_row(rng: random.Random, district: District, signal: Signal) -> Row:
    household = signal.household
    contract = household.contract if rng.random() < CONTRACT_KNOWN else ""
    return _row(
        district,
        signal,
        ("signaal", signal.day, ""),
        about=(
            signal.partner,
            signal.partner_name,
            contract,
            spell_day(district, household.born),
            household.postcode,
            spell_sex(district, household.sex),
            spell_euros(district, signal.amount),
            str(signal.days),
        ),
    )


def _attempt_row(
    rng: random.Random, district: District, signal: Signal, attempt: Attempt
) -> Row:
    value = attempt.outcome
    is_odd = district.has_unknown_words and attempt.day >= ODD_WORD_BEGINS
    if is_odd and value == "niet thuis" and rng.random() < 0.4:
        value = ODD_WORD
    event = (attempt.channel, attempt.day, value)
    if attempt.channel != VISIT:
        return _row(district, signal, event, time=attempt.time)
    visit = (signal.visitors, spell_answer(district, signal.is_announced))
    return _row(district, signal, event, time=attempt.time, visit=visit)


def _row(
    district: District,
    signal: Signal,
    event: tuple[str, date, str],
    *,
    time: str = "",
    about: Row = ("",) * 8,
    visit: Row = ("", ""),
) -> Row:
    name, day, value = event
    start = (signal.number, name, spell_day(district, day), time, district.name, PILOT)
    return (*start, *about, value, *visit)
