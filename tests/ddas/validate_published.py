"""Hold our reading of DDAS 0.9 against a published schema, by hand.

Usage: python -m tests.ddas.validate_published SCHEMA [DELIVERY ...]

Each delivery must satisfy the schema. Then both judge the written 0.9 example with one
thing broken at a time, and every verdict is shown side by side. The published schema
leaves some objects open that our reading closes; that is the only way to differ.
"""

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from tests.ddas.ddas_files import Node, version_0_9
from warehouse.intake.ddas.reading import read_document
from warehouse.intake.ddas.versions import V0_9

Break = Callable[[Node], Any]


def first(document: Node, kind: str = "vroegsignalen") -> Node:
    return document["leveringen"][0][kind][0]


def levering(document: Node) -> Node:
    return document["leveringen"][0]


BREAKS: dict[str, Break] = {
    "nothing": lambda document: None,
    "no period": lambda document: document.pop("startdatumLevering"),
    "unknown root key": lambda document: document.update(extra=1),
    "no municipality": lambda document: levering(document).pop("gemeentecode"),
    "counter as text": lambda document: levering(document).update(teller="1"),
    "new spelling": lambda document: levering(document).update(
        aanleverendeOrganisatie={}
    ),
    "no client": lambda document: first(document).pop("client"),
    "no ID": lambda document: first(document).pop("ID"),
    "unknown signal key": lambda document: first(document).update(extra=1),
    "amount with cents": lambda document: first(document).update(bedrag=1.5),
    "amount as text": lambda document: first(document).update(bedrag="410"),
    "amount as 410.0": lambda document: first(document).update(bedrag=410.0),
    "impossible day": lambda document: first(document).update(
        signaaldatum="2026-02-30"
    ),
    "Dutch date": lambda document: first(document).update(signaaldatum="12-01-2026"),
    "status of 1.2": lambda document: first(document).update(status="Opgepakt"),
    "partner unknown": lambda document: first(document).update(
        signaalpartner={"type": "Bakker"}
    ),
    "result of 1.2": lambda document: first(document, "vroegsignaalzaken").update(
        resultaat="Vervolghulp en/of verwijzing"
    ),
    "no references": lambda document: first(document, "vroegsignaalzaken").update(
        vroegsignalen=[]
    ),
    "reached as text": lambda document: first(document, "vroegsignaalzaken")[
        "contactpogingen"
    ][0].update(bereikt="ja"),
    "unknown client key": lambda document: first(document)["client"].update(extra=1),
    "new spelling in case": lambda document: first(
        document, "vroegsignaalzaken"
    ).update(datumOpgepakt="2026-01-14"),
}


def main(schema: str, *deliveries: str) -> int:
    """Print every verdict; the exit code is 1 when a delivery is invalid."""
    checker = Draft202012Validator(
        json.loads(Path(schema).read_text("utf-8")), format_checker=FormatChecker()
    )
    invalid = 0
    for name in deliveries:
        errors = list(checker.iter_errors(json.loads(Path(name).read_text("utf-8"))))
        invalid += bool(errors)
        print(f"{name}: {'valid' if not errors else errors[0].json_path}")
    for name, damage in BREAKS.items():
        document = copy.deepcopy(version_0_9())
        damage(document)
        published = checker.is_valid(document)
        read = read_document(document, V0_9)
        ours = not (read.refusals or read.notes)
        print(f"{name:24} published {published!s:6} ours {ours!s:6}"[:60])
    return int(invalid > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
