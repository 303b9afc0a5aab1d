"""Write a district's signals as a national exchange file, version 0.9 or 1.2."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from city.districts import DDAS_OLD, District
from city.signals import LETTER, OFFICE, PHONE, VISIT, Attempt, Signal

Node = dict[str, Any]
MUNICIPALITY = "0363"
NO_HELP = {
    DDAS_OLD: "Inwoner hoeft geen hulp vanuit vroegsignalering",
    "": "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
}
RESULTS = {
    "betaald": "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
    "regeling": "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
    "SHV": "Vervolghulp en/of verwijzing financieel",
    "AMW": "Vervolghulp en/of verwijzing niet financieel",
    "budgetadvies": "(Budget)advies en/of quick fix",
    "quick fix": "(Budget)advies en/of quick fix",
    "overig": "Vervolghulp en/of verwijzing niet financieel",
    "niet bereikt": "Definitief geen contact kunnen krijgen",
    "herhaalde melding": "Niet opgepakt: herhaalde melding",
    "onterecht signaal": "Niet opgepakt: onterecht signaal",
    "geen inwoner": "Persoon is geen inwoner (meer) in de gemeente",
    "overleden": "Inwoner is overleden",
}
STATUSES = ("herhaalde melding", "onterecht signaal", "geen inwoner", "overleden")
KINDS = {VISIT: "Huisbezoek", PHONE: "Telefoon", LETTER: "Brief", OFFICE: "Overige"}
SEXES = {"man": "Man", "vrouw": "Vrouw"}
ORGANISATION = {DDAS_OLD: "aanleverende_organisatie", "": "aanleverendeOrganisatie"}
TAKEN_UP = {DDAS_OLD: "datum_opgepakt", "": "datumOpgepakt"}


def write_ddas(
    path: Path, district: District, signals: Sequence[Signal], until: date
) -> Path:
    """Write the signals with a case for each that is decided; return the path."""
    key = district.source if district.source == DDAS_OLD else ""
    cases = [_case(key, signal) for signal in signals if signal.attempts]
    document = {
        "startdatumLevering": min(signal.day for signal in signals).isoformat(),
        "einddatumLevering": until.isoformat(),
        "aanleverdatumEnTijd": f"{until.isoformat()}T09:30:00+01:00",
        "codeGegevensleverancier": "VERZONNEN",
        "leveringen": [
            {
                "teller": 1,
                "gemeentecode": MUNICIPALITY,
                ORGANISATION[key]: {"naam": f"Stadsdeel {district.name}"},
                "vroegsignalen": [_signal(key, signal) for signal in signals],
                "vroegsignaalzaken": cases,
            }
        ],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    path.write_bytes(text.encode())
    return path


def _signal(key: str, signal: Signal) -> Node:
    status = RESULTS[signal.result] if signal.result in STATUSES else None
    is_open = "Nog niet opgepakt" if key or not signal.attempts else "Opgepakt"
    return {
        "ID": signal.number,
        "signaalpartner": {"type": signal.partner},
        "client": _old_client(signal) if key else _client(signal),
        "bedrag": signal.amount,
        "signaaldatum": signal.day.isoformat(),
        "status": status or is_open,
    }


def _old_client(signal: Signal) -> Node:
    household = signal.household
    return {
        "Burgerservicenummer": household.citizen,
        "Geboortedatum": household.born.isoformat(),
        "Postcode": household.postcode.replace(" ", ""),
        "Huisnummer": household.house_number,
    }


def _client(signal: Signal) -> Node:
    """A citizen number and nothing else, or an address: never both."""
    household = signal.household
    if int(household.citizen) % 3:
        return {"burgerservicenummer": household.citizen}
    return {
        "postcode": household.postcode.replace(" ", ""),
        "huisnummer": household.house_number,
        "geboortedatum": household.born.isoformat(),
        "geslachtsaanduiding": SEXES.get(household.sex, "Onbekend"),
    }


def _case(key: str, signal: Signal) -> Node:
    found: Node = {
        "matchingsdatum": signal.day.isoformat(),
        TAKEN_UP[key]: (signal.received or signal.day).isoformat(),
        "vroegsignalen": [{"ID": signal.number}],
        "contactpogingen": [_attempt(each) for each in signal.attempts],
    }
    result = NO_HELP[key] if signal.result == "geen hulp gewenst" else None
    if signal.result:
        found["resultaat"] = result or RESULTS[signal.result]
    return found


def _attempt(attempt: Attempt) -> Node:
    node: Node = {
        "soort": KINDS[attempt.channel],
        "bereikt": attempt.is_contact,
        "datum": attempt.day.isoformat(),
    }
    if attempt.time:
        hour = int(attempt.time[:2])
        node["dagdeel"] = "Ochtend" if hour < 12 else "Middag" if hour < 18 else "Avond"
    return node
