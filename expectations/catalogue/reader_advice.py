"""What a failing check means to who reads the figures, and why its threshold is so."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from expectations.catalogue.catalogue import Check
from seeds.formats import STANDARD_SEEDS

CHECK_INDICATORS = STANDARD_SEEDS / "check_indicators.csv"


class Text(NamedTuple):
    """One text in both languages."""

    nl: str
    en: str


_BY_KIND: Mapping[str, Text] = {
    "completeness": Text(
        "Let op de onbekenden bij deze cijfers: zij gaan over minder meldingen.",
        "Look at the unknowns beside these figures: they are about fewer signals.",
    ),
    "conformance": Text(
        "Wat niet te lezen of te vertalen is, telt als onbekend, niet als nee.",
        "What cannot be read or translated counts as unknown, not as no.",
    ),
    "plausibility": Text(
        "Een uitschieter kan een gemiddelde of duur verschuiven; kijk naar de mediaan.",
        "An outlier can shift a mean or a duration; look at the median.",
    ),
    "timeliness": Text(
        "Cijfers over termijnen en over de laatste maanden kunnen nog veranderen.",
        "Figures about time limits and about the last months may still change.",
    ),
    "consistency": Text(
        "Twee opgaven spreken elkaar tegen; vergelijk stadsdelen hier voorzichtig.",
        "Two statements contradict each other; compare districts with care here.",
    ),
}
_EVERY_ROW = Text(
    "Iedere afwijkende rij is te herstellen of verandert een cijfer.",
    "Every deviating row can be mended or changes a figure.",
)
_SOME_ROWS = Text(
    "Een klein deel mag ontbreken: de cijfers rekenen met wat bekend is.",
    "A small part may be missing: the figures count what is known.",
)
_NO_FIGURE = Text("Er hangt geen cijfer van af.", "No figure depends on it.")


def reader_advice(check: Check) -> Text:
    """How to read the figures while this check fails."""
    return _BY_KIND[check.kind] if touched_indicators(check) else _NO_FIGURE


def threshold_reason(check: Check) -> Text:
    """Why this share of deviating rows is allowed."""
    return _SOME_ROWS if check.threshold else _EVERY_ROW


def touched_indicators(check: Check) -> tuple[str, ...]:
    """The indicators that the check makes doubtful when it fails, as the seed says."""
    return tuple(
        indicator
        for entity, field, check_id, indicator in _links()
        if (entity, field) == (check.entity, check.field)
        and check_id in ("", check.check_id)
        and indicator
    )


@cache
def _links() -> tuple[tuple[str, str | None, str, str], ...]:
    with CHECK_INDICATORS.open(encoding="utf-8", newline="") as stream:
        return tuple(
            (row["entity"], row["field"] or None, row["check_id"], row["indicator_id"])
            for row in csv.DictReader(stream)
        )
