"""Which district, pilot and period a delivery belongs to, or what to ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from seeds.formats import Format
from warehouse.deliveries.outcome import BLOCKING, Finding
from warehouse.messages import message
from warehouse.standard.places import Pilot, pilots

CONTRADICTIONS = {
    "placing.district_disagrees",
    "placing.pilot_disagrees",
    "placing.period_disagrees",
}

Span = tuple[date, date]
"""The first and the last day that a file speaks of."""


@dataclass(frozen=True)
class Place:
    """A district, a pilot and a period (the first day of a month), each if known."""

    district: str | None = None
    pilot: str | None = None
    period: date | None = None


NOWHERE = Place()


@dataclass(frozen=True)
class Placing:
    """Where a delivery belongs, and the questions that stand open."""

    place: Place
    findings: tuple[Finding, ...] = ()


def settle_place(
    source_format: Format, in_file: Place, given: Place, span: Span | None
) -> Placing:
    """Put together what the file says and what the uploader says.

    What neither says is inferred when it is certain. A contradiction, and a pilot or
    district that is needed and unknown, is a blocking finding.
    """
    merged = _fill_in(source_format, _merge(in_file, given), span)
    findings = [*_contradictions(in_file, given), *_outside_pilot(merged)]
    if not findings:
        findings = _open_questions(source_format, merged)
    return Placing(merged, tuple(findings))


def still_open(
    source_format: Format, place: Place, answer: Place, asked: Iterable[Finding]
) -> Placing:
    """The place with the uploader's answer, and the questions it leaves open.

    `asked` are the findings of the delivery so far; what the file and the uploader
    disagreed about stays open until the answer names it.
    """
    answered = {
        f"placing.{name}_disagrees"
        for name in ("district", "pilot", "period")
        if getattr(answer, name)
    }
    contradictions = [
        finding for finding in asked if finding.check_id in CONTRADICTIONS - answered
    ]
    settled = settle_place(source_format, NOWHERE, _merge(answer, place), None)
    return Placing(settled.place, (*contradictions, *settled.findings))


def _merge(first: Place, second: Place) -> Place:
    return Place(
        district=first.district or second.district,
        pilot=first.pilot or second.pilot,
        period=first.period or second.period,
    )


def _fill_in(source_format: Format, place: Place, span: Span | None) -> Place:
    """Infer the pilot from format, district and dates, and the district from it."""
    pilot = pilots().get(place.pilot or "") or _certain_pilot(
        source_format, place.district, span
    )
    if pilot is None:
        return place
    return Place(place.district or pilot.district, pilot.name, place.period)


def _certain_pilot(
    source_format: Format, district: str | None, span: Span | None
) -> Pilot | None:
    """The one pilot that fits, or None when there is none or more than one.

    A format of a single working model is telling by itself; for any other the
    district and the dates must both be known.
    """
    models = source_format.meta.get("working_models", ())
    if len(models) > 1 and (district is None or span is None):
        return None
    fitting = [
        pilot
        for pilot in pilots().values()
        if pilot.working_model in models
        and (district is None or pilot.district in (None, district))
        and (span is None or pilot.covers(*span))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _contradictions(in_file: Place, given: Place) -> list[Finding]:
    asked = [
        ("district", in_file.district, given.district),
        ("pilot", in_file.pilot, given.pilot),
        ("period", _month(in_file.period), _month(given.period)),
    ]
    return [
        _blocking(f"placing.{name}_disagrees", in_file=said, given=told)
        for name, said, told in asked
        if said and told and said != told
    ]


def _month(period: date | None) -> str | None:
    return f"{period:%Y-%m}" if period else None


def _outside_pilot(place: Place) -> list[Finding]:
    pilot = pilots().get(place.pilot or "")
    if pilot is None or None in (pilot.district, place.district):
        return []
    if pilot.district == place.district:
        return []
    return [
        _blocking(
            "placing.district_outside_pilot",
            pilot=pilot.name,
            expected=pilot.district,
            district=place.district,
        )
    ]


def _open_questions(source_format: Format, place: Place) -> list[Finding]:
    if not source_format.needs_pilot:
        return []
    # A column of the file may answer for each record by itself.
    answered = {column.code_list for column in source_format.columns}
    findings = []
    if place.pilot is None and "pilot" not in answered:
        findings.append(_blocking("placing.pilot_unknown"))
    if place.district is None and "district" not in answered:
        findings.append(_blocking("placing.district_unknown"))
    return findings


def _blocking(key: str, **values: object) -> Finding:
    return Finding.of_message(message(key, **values), BLOCKING)
