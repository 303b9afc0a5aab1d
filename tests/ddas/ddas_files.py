"""DDAS files of every version, written by hand from the tables of the standard.

They do not use the project's own description of the versions, which they test. The
citizen numbers belong to nobody: they do not pass the eleven test.
"""

import copy
import json
from pathlib import Path
from typing import Any

Node = dict[str, Any]

BSN = "111222334"
OTHER_BSN = "555666778"


def signal(source_id: str, client: Node, **fields: object) -> Node:
    """A signal of a landlord, with the fields given."""
    return {
        "ID": source_id,
        "signaalpartner": {"type": "Huur"},
        "client": client,
        "bedrag": 410,
        "signaaldatum": "2026-01-12",
        "status": "Nog niet opgepakt",
        **fields,
    }


def case(*source_ids: str, result: str | None = None, attempts=(), **fields) -> Node:
    """A case of one or more signals."""
    found: Node = {"vroegsignalen": [{"ID": one} for one in source_ids], **fields}
    if result:
        found["resultaat"] = result
    if attempts:
        found["contactpogingen"] = list(attempts)
    return found


def attempt(kind: str, reached: bool, day: str, daypart: str = "Avond") -> Node:
    """One attempt to make contact."""
    return {"soort": kind, "bereikt": reached, "datum": day, "dagdeel": daypart}


def envelope(organisation: str, *levering: Node) -> Node:
    """A delivery over January 2026 of the municipality 0363."""
    return {
        "startdatumLevering": "2026-01-01",
        "einddatumLevering": "2026-01-31",
        "aanleverdatumEnTijd": "2026-02-02T09:30:00+01:00",
        "codeGegevensleverancier": "PROEF",
        "leveringen": [
            {
                "teller": number,
                "gemeentecode": "0363",
                organisation: {"naam": "Gemeente Proefstad"},
                **one,
            }
            for number, one in enumerate(levering, start=1)
        ],
    }


OLD_CLIENT = {
    "Burgerservicenummer": BSN,
    "Voorletters": "Q.",
    "Achternaam": "Zwaluwstaart",
    "Geboortedatum": "1961-05-04",
    "Straatnaam": "Verzonnenweg",
    "Postcode": "1019 XK",
    "Huisnummer": "77",
    "Huisnummertoevoeging": "B",
    "Plaatsnaam": "Proefstad",
}
ADDRESS = {
    "postcode": "1019XK",
    "huisnummer": "77",
    "huisnummertoevoeging": "b",
    "geslachtsaanduiding": "Vrouw",
}
OLD_CASE_DATES = {
    "matchingsdatum": "2026-01-13",
    "startdatum_matchtingperiode": "2026-01-01",
    "einddatum_matchingperiode": "2026-01-31",
    "datum_opgepakt": "2026-01-14",
}
VISITS = [
    attempt("Huisbezoek", False, "2026-01-15", "Middag"),
    attempt("Huisbezoek", True, "2026-01-20"),
]


def version_0_9() -> Node:
    """Old keys, a client with names, and the values that only 0.9 has."""
    return envelope(
        "aanleverende_organisatie",
        {
            "vroegsignalen": [signal("S-1", OLD_CLIENT), signal("S-2", OLD_CLIENT)],
            "vroegsignaalzaken": [
                case(
                    "S-1",
                    "S-2",
                    result="Inwoner hoeft geen hulp vanuit vroegsignalering",
                    attempts=[*VISITS, attempt("Overige", False, "2026-01-16")],
                    **OLD_CASE_DATES,
                )
            ],
        },
    )


def version_1_0() -> Node:
    """The keys of 0.9 with the values that 1.0 brought."""
    return envelope(
        "aanleverende_organisatie",
        {
            "vroegsignalen": [signal("S-1", OLD_CLIENT)],
            "vroegsignaalzaken": [
                case(
                    "S-1",
                    result="Verwijzing zonder toestemming",
                    attempts=[attempt("Afspraak op locatie", True, "2026-01-19")],
                    **OLD_CASE_DATES,
                )
            ],
        },
    )


def version_1_1() -> Node:
    """Lower case, no names, no street."""
    client = {"burgerservicenummer": BSN, **ADDRESS}
    return envelope(
        "aanleverende_organisatie",
        {
            "vroegsignalen": [signal("S-1", client)],
            "vroegsignaalzaken": [
                case(
                    "S-1",
                    result="(Budget)advies en/of quick fix",
                    attempts=[attempt("Telefoon", True, "2026-01-19", "Ochtend")],
                    **OLD_CASE_DATES,
                )
            ],
        },
    )


def version_1_2() -> Node:
    """New keys; a citizen number or an address; the values that 1.2 brought."""
    return envelope(
        "aanleverendeOrganisatie",
        {
            "vroegsignalen": [
                signal("S-1", {"burgerservicenummer": BSN}, status="Opgepakt"),
                signal("S-2", ADDRESS, status="Opgepakt", ontstaansdatum="2025-12-01"),
                signal("S-3", ADDRESS, status="Niet opgepakt: herhaalde melding"),
            ],
            "vroegsignaalzaken": [
                case(
                    "S-1",
                    "S-2",
                    result="Vervolghulp en/of verwijzing",
                    attempts=[
                        *VISITS,
                        attempt("Onbekend", True, "2026-01-21"),
                        attempt("Overige", False, "2026-01-22"),
                    ],
                    matchingsdatum="2026-01-13",
                    startdatumMatchingperiode="2026-01-01",
                    einddatumMatchingperiode="2026-01-31",
                    datumOpgepakt="2026-01-14",
                )
            ],
        },
    )


VERSIONS = {
    "0.9": version_0_9,
    "1.0": version_1_0,
    "1.1": version_1_1,
    "1.2": version_1_2,
}


def draft() -> Node:
    """A draft of 1.2 that mixes in old spellings and a value of 0.9."""
    document = copy.deepcopy(version_1_2())
    levering = document["leveringen"][0]
    found = levering["vroegsignaalzaken"][0]
    found["datum_opgepakt"] = found.pop("datumOpgepakt")
    found["resultaat"] = "Inwoner hoeft geen hulp vanuit vroegsignalering"
    levering["vroegsignalen"][1]["client"] = {
        "Postcode": "1019XK",
        "Huisnummer": "77",
        "Achternaam": "Zwaluwstaart",
    }
    return document


def write(path: Path, document: object) -> Path:
    """Write a document as a JSON file."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path
