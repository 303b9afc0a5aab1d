"""Writes docs/checks.md from the catalogue and the specifications.

Run it as `python -m tests.spec.checks.render_checks`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from expectations.catalogue.catalogue import Check, load_catalogue
from expectations.catalogue.reader_advice import (
    reader_advice,
    threshold_reason,
    touched_indicators,
)
from tests.spec.checks.check_cases import CASES, Case, Row
from tests.spec.checks.check_world import specs_once

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"

INTRODUCTION = """\
<!-- Made by `python -m tests.spec.checks.render_checks`; do not edit by hand. -->

# Controles / Checks

Iedere aangeleverde registratie wordt twee keer gecontroleerd: alleen, bij het
aanleveren (*delivery*), en samen met al het andere, voordat een uitgave verschijnt
(*release*). Een controle kijkt alleen naar regels die meetellen: geen proefregels en
geen herhaalde regels.

Every delivered registration is checked twice: on its own, when it is delivered, and
together with all else, before a release appears. A check looks only at rows that
count: no trial rows and no repeated rows.

| ernst / severity | betekent | means |
|---|---|---|
| blocking | eerst oplossen, dan pas verder | has to be solved first |
| error | cijfers worden er verkeerd door | it makes figures wrong |
| warning | waarschijnlijk klopt er iets niet | something is probably not right |
| information | goed om te weten | good to know |

| uitslag / status | betekent | means |
|---|---|---|
| pass | gecontroleerd en in orde | assessed and in order |
| fail | meer afwijkende regels dan de drempel toestaat | more deviating rows than the \
threshold allows |
| not_applicable | er was geen regel om te controleren | there was no row to assess |
| not_assessed | het bestand had de kolom niet | the file did not have the column |
| error | de controle kon niet draaien; er verschijnt geen uitgave | the check could \
not be run; no release appears |

De drempel is het deel van de gecontroleerde regels van een stadsdeel en pilot dat mag
afwijken. De voorbeelden zijn de testgevallen waarmee iedere controle wordt beproefd.

The threshold is the share of the assessed rows of a district and pilot that may
deviate. The examples are the test cases on which every check is tried.
"""


def render() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for entity, checks in groupby(
        sorted(load_catalogue(), key=lambda check: check.entity),
        key=lambda check: check.entity,
    ):
        parts += [f"## {entity}\n", *map(_section, checks)]
    return "\n".join(parts)


def _section(check: Check) -> str:
    threshold = f"{check.threshold:.0%}".replace("%", " %")
    facts = [check.kind, check.severity, f"gate: {check.gate}", f"drempel {threshold}"]
    if check.field:
        facts.insert(0, f"`{check.field}`")
    reading, reason = reader_advice(check), threshold_reason(check)
    touched = ", ".join(f"`{one}`" for one in touched_indicators(check))
    spec = specs_once()[check.check_id]
    examples = "\n".join(
        f"| {kind.replace('_', ' ')} | {_example(getattr(spec, kind))} "
        f"| {getattr(spec, kind).status} |"
        for kind in CASES
    )
    return f"""\
### {check.check_id}

{" · ".join(facts)}

- {check.meaning_nl} *{check.advice_nl}*
- {check.meaning_en} *{check.advice_en}*
- Lezer: {reading.nl} Drempel: {reason.nl}
- Reader: {reading.en} Threshold: {reason.en}
- Raakt / touches: {touched or "-"}

| geval / case | rijen / rows | uitslag / status |
|---|---|---|
{examples}
"""


def _example(case: Case) -> str:
    rows = [*_rows("", case.rows), *_surroundings(case)]
    return "; ".join(rows) or "-"


def _surroundings(case: Case) -> Iterator[str]:
    for entity, rows in case.around.items():
        yield from _rows(f"{entity}: ", rows)
    if case.delivery:
        yield from _rows("delivery: ", [case.delivery])
    if case.pilot:
        yield from _rows("pilot: ", [case.pilot])
    if case.without:
        yield f"without column {', '.join(case.without)}"
    if case.staged is not None:
        yield f"staged rows {case.staged}"
    if case.world == 0:
        yield "no published signals"


def _rows(lead: str, rows: Any) -> Iterator[str]:
    for text, alike in groupby(_row(row) for row in rows):
        times = len(list(alike))
        yield f"{lead}{text}" + (f" ({times}x)" if times > 1 else "")


def _row(row: Row) -> str:
    shown = (f"{name} {_value(value)}" for name, value in row.items())
    return ", ".join(shown) or "(empty)"


def _value(value: object) -> str:
    if isinstance(value, list):
        return "+".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "unknown"
    return value.isoformat() if isinstance(value, date) else str(value)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
