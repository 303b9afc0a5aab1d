"""The signals of a DDAS file, each with its client and with what its case says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from warehouse.intake.ddas.problems import Problems
from warehouse.intake.ddas.reading import Node, ReadDocument

CASE_KEYS = (
    "resultaat",
    "matchingsdatum",
    "startdatumMatchingperiode",
    "einddatumMatchingperiode",
    "datumOpgepakt",
)
LAST_SIGNAL = "laatsteSignaaldatum"
"""No key of DDAS: the day of the last signal of the case, without which nobody sees
that a signal did not come after the case but belonged to it."""

SIGNAL_KEYS = (
    "ID",
    "crisissignaal",
    "warmeOverdracht",
    "bedrag",
    "ontstaansdatum",
    "signaaldatum",
    "status",
)
CLIENT_KEYS = (
    "burgerservicenummer",
    "geboortedatum",
    "postcode",
    "geslachtsaanduiding",
)


@dataclass(repr=False)
class Signal:
    """One vroegsignaal: its texts by key, and the attempts of its cases."""

    sheet: str
    row_number: int
    texts: dict[str, str | None]
    attempts: list[Node] = field(default_factory=list)
    cases: int = 0


def signals_of(read: ReadDocument, notes: Problems) -> list[Signal]:
    """Every signal in the order of the file, numbered through from 1.

    A case counts for each of its signals. What its references leave open is noted.
    """
    found: list[Signal] = []
    for number, levering in enumerate(read.content.get("leveringen") or []):
        sheet = f"leveringen[{number}]"
        own = [
            _signal(levering, node, sheet, len(found) + place)
            for place, node in enumerate(levering.get("vroegsignalen") or [], start=1)
        ]
        _add_cases(levering.get("vroegsignaalzaken") or [], own, sheet, notes)
        found.extend(own)
    return found


def _signal(levering: Node, node: Node, sheet: str, row_number: int) -> Signal:
    client = node.get("client") or {}
    partner = node.get("signaalpartner") or {}
    house = [client.get("huisnummer"), client.get("huisnummertoevoeging")]
    return Signal(
        sheet,
        row_number,
        {
            "gemeentecode": levering.get("gemeentecode"),
            "signaalpartner": partner.get("type"),
            "huisnummer": " ".join(part for part in house if part) or None,
            **{key: client.get(key) for key in CLIENT_KEYS},
            **{key: node.get(key) for key in SIGNAL_KEYS},
            **dict.fromkeys((*CASE_KEYS, LAST_SIGNAL)),
        },
    )


def _add_cases(
    cases: list[Node], signals: list[Signal], sheet: str, notes: Problems
) -> None:
    """Join each case of one levering to the signals that it refers to."""
    by_id: dict[str | None, list[Signal]] = {}
    for signal in signals:
        by_id.setdefault(signal.texts["ID"], []).append(signal)
    for number, case in enumerate(cases):
        place = f"{sheet}.vroegsignaalzaken[{number}].vroegsignalen"
        joined = []
        for path, source_id in _references(case, place, notes):
            if source_id not in by_id:
                notes.add("warning.ddas.orphan_case", path)
            for signal in by_id.get(source_id, []):
                _join(signal, case, path, notes)
                joined.append(signal)
        _note_last_signal(joined)


def _references(
    case: Node, place: str, notes: Problems
) -> Iterator[tuple[str, str | None]]:
    """Each signal that a case names, once, with the path of its ID."""
    met: set[str | None] = set()
    for number, reference in enumerate(case.get("vroegsignalen") or []):
        source_id, path = reference.get("ID"), f"{place}[{number}].ID"
        if source_id in met:
            notes.add("warning.ddas.double_reference", path)
            continue
        met.add(source_id)
        yield path, source_id


def _join(signal: Signal, case: Node, path: str, notes: Problems) -> None:
    if signal.cases:
        notes.add("warning.ddas.several_cases", path)
    signal.cases += 1
    signal.attempts.extend(case.get("contactpogingen") or [])
    for key in CASE_KEYS:
        if case.get(key) is not None:
            signal.texts[key] = case[key]


def _note_last_signal(signals: list[Signal]) -> None:
    """Tell each signal of a case when the last of them came.

    Dates of the standard sort as text; one that is written otherwise may be missed.
    """
    days = [day for signal in signals if (day := signal.texts["signaaldatum"])]
    for signal in signals:
        told = signal.texts[LAST_SIGNAL]
        signal.texts[LAST_SIGNAL] = max(
            [*days, *([told] if told else [])], default=None
        )
