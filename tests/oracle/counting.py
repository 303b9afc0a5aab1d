"""Counts a region's indicators in plain Python, from the documented definitions.

Nothing here comes from the code under test: docs/readings.md and the indicator
catalogue are the only sources.
"""

from __future__ import annotations

import calendar
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.oracle.registrations import (
    FOLLOWED_UNTIL,
    PILOT_DAYS,
    Dossier,
    EventSignal,
    Form,
    Region,
    Tally,
)

CONTACT_RESULTS = {
    "regeling",
    "hulp geaccepteerd",
    "traject SHV",
    "traject AMW",
    "doorverwezen",
    "geen hulp gewenst",
}
ACCEPTED_RESULTS = {"hulp geaccepteerd", "traject SHV", "traject AMW", "doorverwezen"}
NO_CONTACT_RESULTS = {"niet bereikt", "vertrokken", "overleden"}
NOT_TAKEN_UP_CLOSINGS = {
    "herhaalde melding",
    "onterecht signaal",
    "geen inwoner",
    "niet opgepakt",
    "vertrokken",
    "overleden",
}
TRAJECTORY_RESULTS = {"traject SHV", "traject AMW"}
SETTLED_RESULTS = {"betaald", "regeling", "betaald/regeling"}
TRAJECTORY_SERVICES = {"SHV", "AMW", "SR", "OA"}
REASONS = {
    "V": "left",
    "O": "deceased",
    "B": "paid_before",
    "T": "in_trajectory",
    "F": "suspected_fraud",
    "A": "other",
}


@dataclass
class Signal:
    """One signal with every answer the indicators need; None is unknown."""

    key: str
    pilot: str
    district: str
    household: str
    corporation: str | None
    day: date
    arrears: float | None
    sex: str | None
    objection_possible: bool
    objected: bool | None
    known: bool | None
    visit_days: list[date]
    opened: bool | None
    reached: bool | None
    taken_up: bool
    settled: bool | None
    madi_contact: bool | None
    accepted: bool | None
    trajectory: bool | None
    reason: str | None
    feedback: date | None
    examined: date | None
    replied: bool
    letter: date | None
    receipt: date | None
    bailiff_tick: bool
    repeat: bool = False
    is_form: bool = False
    has_feedback: bool = False


@dataclass
class Count:
    """Numerator, denominator and unknowns of one indicator in one group."""

    numerator: float = 0
    denominator: float = 0
    unknown: float = 0


@dataclass
class Counts:
    """All counts, by indicator, category and group."""

    found: dict[tuple[str, str | None, str], Count] = field(
        default_factory=lambda: defaultdict(Count)
    )
    amounts: dict[tuple[str, str], list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(
        self,
        indicator: str,
        groups: list[str],
        answer: bool | float | None,
        category: str | None = None,
        known_only: bool = False,
    ) -> None:
        """Count one unit; an unknown answer leaves the denominator if asked."""
        for group in groups:
            count = self.found[indicator, category, group]
            if answer is None:
                count.unknown += 1
            else:
                count.numerator += float(answer)
            if answer is not None or not known_only:
                count.denominator += 1


def months_later(day: date, months: int) -> date:
    """The same day so many calendar months later, or the month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def working_days(first: date, last: date) -> int:
    """Mondays to Fridays after the first day, up to and including the last."""
    if last < first:
        return -working_days(last, first)
    span = (last - first).days
    return sum((first + timedelta(k + 1)).weekday() < 5 for k in range(span))


def signals_of(region: Region) -> list[Signal]:
    """Every signal of the region, with repeats and linked trajectories marked."""
    linked = _linked_dossiers(region)
    signals = [_of_form(form, linked) for form in region.forms]
    signals += [_of_tally(tally, linked) for tally in region.tallies]
    signals += [_of_events(one, linked) for one in region.event_signals]
    by_household = defaultdict(list)
    for signal in signals:
        by_household[signal.household].append(signal)
    for group in by_household.values():
        for signal in group:
            signal.repeat = any(
                other.day < signal.day <= months_later(other.day, 6) for other in group
            )
    return signals


def _form_key(form: Form) -> str:
    return f"overdrachtsformulier/{form.district}/{form.number.lower()}"


def _tally_key(tally: Tally) -> str:
    return f"turflijst/{tally.district}/{tally.day}/{tally.tenant.contract}"


def _event_key(signal: EventSignal) -> str:
    return f"signalenbestand/{signal.district}/{signal.number.lower()}"


def _linked_dossiers(region: Region) -> dict[str, list[Dossier]]:
    reports: list[tuple[str, Form | Tally | EventSignal]] = [
        (_form_key(one), one) for one in region.forms
    ]
    reports += [(_tally_key(one), one) for one in region.tallies]
    reports += [(_event_key(one), one) for one in region.event_signals]
    by_number = {form.number: _form_key(form) for form in region.forms}
    linked = defaultdict(list)
    for dossier in region.dossiers:
        key = by_number.get(dossier.signal_number or "")
        if key is None:
            earlier = [
                (one.day, key_)
                for key_, one in reports
                if one.tenant.contract == dossier.tenant.contract
                and one.day <= dossier.started
            ]
            key = max(earlier)[1] if earlier else None
        if key is not None:
            linked[key].append(dossier)
    return linked


def _has_trajectory(dossiers: list[Dossier]) -> bool:
    return any(one.service in TRAJECTORY_SERVICES for one in dossiers)


def _of_form(form: Form, linked: dict[str, list[Dossier]]) -> Signal:
    key = _form_key(form)
    trajectory = form.result in TRAJECTORY_RESULTS or _has_trajectory(linked[key])
    accepted = form.result in ACCEPTED_RESULTS or trajectory
    answers = [visit.opened for visit in form.visits]
    contact = (
        True in answers
        or form.office is not None
        or form.reply in ("no_need", "appointment")
        or form.result in CONTACT_RESULTS
        or accepted
    )
    opened = True if True in answers else (None if None in answers else False)
    reached: bool | None = contact
    if not contact and None in answers and form.result not in NO_CONTACT_RESULTS:
        reached = None
    undecided = None if form.result is None and reached is not False else False
    touched = (
        bool(form.visits)
        or form.office is not None
        or form.reply
        in (
            "no_need",
            "appointment",
        )
    )
    gone = form.result in ("vertrokken", "overleden") and not touched
    days = [visit.day for visit in form.visits]
    return Signal(
        key=key,
        pilot=form.pilot,
        district=form.district,
        household=form.tenant.contract,
        corporation=form.tenant.corporation,
        day=form.day,
        arrears=form.arrears,
        sex=form.tenant.sex,
        objection_possible=True,
        objected=form.objected,
        known=None if form.known is None else form.known != "no",
        visit_days=days,
        opened=opened,
        reached=reached,
        taken_up=form.objected is not True and not gone,
        settled=form.result in SETTLED_RESULTS if form.result else None,
        madi_contact=None,
        accepted=accepted or undecided,
        trajectory=trajectory or undecided,
        reason=None,
        feedback=form.feedback,
        examined=min(
            [*days, *(one for one in (form.office, form.feedback, form.closed) if one)],
            default=None,
        ),
        replied=form.reply in ("no_need", "appointment", "paid"),
        letter=form.letter,
        receipt=form.receipt,
        bailiff_tick=False,
        is_form=True,
    )


def _of_tally(tally: Tally, linked: dict[str, list[Dossier]]) -> Signal:
    key = _tally_key(tally)
    trajectory = bool(tally.trajectories) or _has_trajectory(linked[key])
    opened = tally.opened_at is not None
    reached = opened or tally.settled == "R" or tally.contact or trajectory
    return Signal(
        key=key,
        pilot=tally.pilot,
        district=tally.district,
        household=tally.tenant.contract,
        corporation="ymere",
        day=tally.day,
        arrears=tally.arrears,
        sex=tally.tenant.sex,
        objection_possible=False,
        objected=None,
        known=None,
        visit_days=tally.attempts,
        opened=opened,
        reached=reached,
        taken_up=bool(tally.attempts) or tally.reason not in ("V", "O"),
        settled=tally.settled is not None,
        madi_contact=tally.contact,
        accepted=trajectory,
        trajectory=trajectory,
        reason=None if tally.attempts else REASONS.get(tally.reason or ""),
        feedback=None,
        examined=min(tally.attempts, default=None),
        replied=False,
        letter=None,
        receipt=None,
        bailiff_tick=tally.bailiff,
    )


def _of_events(signal: EventSignal, linked: dict[str, list[Dossier]]) -> Signal:
    key = _event_key(signal)
    closing = next((one.value for one in signal.events if one.name == "afgesloten"), "")
    visits = signal.days("huisbezoek")
    opened = bool(signal.days("huisbezoek", "thuis", "geweigerd"))
    contacts = [
        *signal.days("huisbezoek", "thuis", "geweigerd"),
        *signal.days("telefoon", "gesproken"),
        *signal.days("brief", "antwoord"),
        *signal.days("kantoor", "verschenen"),
    ]
    told = signal.days("bereikt") + signal.days("regeling")
    chosen = {one.value for one in signal.events if one.name == "geaccepteerd"}
    trajectory = (
        bool(chosen & {"SHV", "AMW"})
        or closing in TRAJECTORY_RESULTS
        or _has_trajectory(linked[key])
    )
    accepted = bool(chosen) or trajectory
    reached = bool(contacts or told) or accepted or closing in CONTACT_RESULTS
    touched = bool(visits) or bool(contacts)
    settled = bool(signal.days("regeling") or signal.days("betaald"))
    return Signal(
        key=key,
        pilot=signal.pilot,
        district=signal.district,
        household=signal.tenant.contract,
        corporation=signal.tenant.corporation,
        day=signal.day,
        arrears=signal.arrears,
        sex=None,
        objection_possible=False,
        objected=None,
        known=None,
        visit_days=visits,
        opened=opened,
        reached=reached,
        taken_up=touched or closing not in NOT_TAKEN_UP_CLOSINGS,
        settled=settled or closing in SETTLED_RESULTS,
        madi_contact=None,
        accepted=accepted,
        trajectory=trajectory,
        reason=None,
        feedback=min(signal.days("terugkoppeling"), default=None),
        examined=min(
            [
                *visits,
                *contacts,
                *signal.days("terugkoppeling"),
                *signal.days("afgesloten"),
            ],
            default=None,
        ),
        replied=False,
        letter=None,
        receipt=None,
        bailiff_tick=False,
        has_feedback=True,
    )


def _groups(pilot: str, district: str, day: date) -> list[str]:
    return ["total", f"pilot:{pilot}", f"district:{district}", f"month:{day:%Y-%m}"]


def count(region: Region) -> Counts:
    """Every indicator of the region, in total, by pilot, district and month."""
    counts = Counts()
    signals = signals_of(region)
    for signal in signals:
        groups = _groups(signal.pilot, signal.district, signal.day)
        _count_signal(counts, groups, signal)
        _count_contact(counts, groups, signal)
        _count_time_limits(counts, groups, signal, region.as_of)
    _count_bailiff(counts, region, signals)
    _count_follow_ups(counts, region, signals)
    _count_evictions(counts, region)
    _count_conferences(counts, region)
    _count_services(counts, region)
    _count_claims(counts, region, signals)
    return counts


def _count_signal(counts: Counts, groups: list[str], signal: Signal) -> None:
    for group in groups:
        counts.found["signals", None, group].numerator += 1
        if signal.arrears is not None:
            counts.amounts["arrears_median", group].append(signal.arrears)
    counts.add("arrears_mean", groups, signal.arrears, known_only=True)
    counts.add("repeat_share", groups, signal.repeat)
    counts.add("known_before_share", groups, signal.known, known_only=True)
    if signal.objection_possible:
        counts.add("objected_share", groups, signal.objected)


def _count_contact(counts: Counts, groups: list[str], signal: Signal) -> None:
    attempted = bool(signal.visit_days)
    counts.add("attempted_share", groups, attempted)
    counts.add("second_attempt_share", groups, len(signal.visit_days) >= 2)
    counts.add("trajectory_share", groups, signal.trajectory)
    if signal.taken_up:
        counts.add("reached_share", groups, signal.reached)
    if signal.reached:
        counts.add("accepted_share", groups, signal.accepted)
        counts.add(
            "new_to_help_share",
            groups,
            None if signal.known is None else not signal.known,
            known_only=True,
        )
    if not attempted:
        for reason in REASONS.values():
            given = signal.reason == reason if signal.reason else None
            counts.add("not_attempted_reason", groups, given, reason)
        return
    counts.add("at_home_share", groups, signal.opened)
    counts.add("paid_or_arranged_share", groups, signal.settled)
    for group in groups:
        waited = (min(signal.visit_days) - signal.day).days
        counts.amounts["days_to_first_attempt", group].append(waited)


def _count_time_limits(
    counts: Counts, groups: list[str], signal: Signal, as_of: date
) -> None:
    age = (as_of - signal.day).days
    due = signal.objection_possible or signal.has_feedback
    if due and signal.objected is not True and age >= 14:
        on_time = signal.feedback is not None and (
            signal.feedback <= signal.day + timedelta(14)
        )
        counts.add("feedback_on_time_share", groups, on_time)
    if age > 28:
        on_time = signal.examined is not None and (
            signal.examined <= signal.day + timedelta(28)
        )
        answer = None if not on_time and signal.replied else on_time
        counts.add("examined_on_time_share", groups, answer)
    if signal.objection_possible:
        kept = None
        if signal.letter is not None:
            kept = working_days(signal.letter, signal.day) >= 5
        counts.add("objection_period_kept_share", groups, kept, known_only=True)


def _count_bailiff(counts: Counts, region: Region, signals: list[Signal]) -> None:
    for (pilot, household), group in _by_pilot_household(signals).items():
        first = min(group, key=lambda one: (one.day, one.key))
        groups = _groups(pilot, first.district, first.day)
        for one in groups:
            if one.startswith(("pilot", "month")):
                counts.found["households", None, one].numerator += 1
        is_named = any(one.tenant.contract == household for one in region.steps)
        is_listed = is_named or _is_listed(region, signals, first)
        before = _bailiff_before(region, household, first, is_listed)
        for category in ("never", "once", "more", "unknown"):
            counts.add("bailiff_before", groups, before == category, category)
            if before == "unknown":
                for one in groups:
                    counts.found["bailiff_before", category, one].unknown += 1
        during, after = _bailiff_later(region, household, group, pilot)
        told = is_listed or any(not one.is_form for one in group)
        decided = during or after or (told and not _has_undated(region, household))
        counts.add("bailiff_during_share", groups, during if decided else None)
        alone = after and not during if decided else None
        counts.add("bailiff_after_share", groups, alone)
        none = not during and not after if decided else None
        counts.add("bailiff_none_share", groups, none)


def _by_pilot_household(signals: list[Signal]) -> dict[tuple[str, str], list[Signal]]:
    found = defaultdict(list)
    for signal in signals:
        found[signal.pilot, signal.household].append(signal)
    return found


def _is_listed(region: Region, signals: list[Signal], first: Signal) -> bool:
    """A list of its corporation is there; without one, all lists of its district."""
    corporations = {first.corporation}
    if first.corporation is None:
        named = [one for one in signals if one.corporation is not None]
        corporations = {
            one.corporation for one in named if one.district == first.district
        }
    return bool(corporations) and corporations <= set(region.listed_corporations)


def _bailiff_before(
    region: Region, household: str, first: Signal, is_listed: bool
) -> str:
    steps = [one for one in region.steps if one.tenant.contract == household]
    if not is_listed or any(one.step is None for one in steps):
        return "unknown"
    files = {one.dossier for one in steps if one.day and one.day < first.day}
    if not files and _has_undated(region, household):
        return "unknown"
    return {0: "never", 1: "once"}.get(len(files), "more")


def _has_undated(region: Region, household: str) -> bool:
    """A step of which the list does not say when it was taken."""
    return any(
        one.tenant.contract == household and one.step and one.day is None
        for one in region.steps
    )


def _bailiff_later(
    region: Region, household: str, group: list[Signal], pilot: str
) -> tuple[bool, bool]:
    first = min(one.day for one in group)
    last = PILOT_DAYS[pilot][1] or region.as_of
    until = FOLLOWED_UNTIL[pilot] or region.as_of
    days = [
        one.day
        for one in region.steps
        if one.tenant.contract == household and one.step and one.day
    ]
    during = any(first <= day <= last for day in days)
    ticked = any(one.bailiff_tick for one in group)
    return during or ticked, any(last < day <= until for day in days)


def _count_follow_ups(counts: Counts, region: Region, signals: list[Signal]) -> None:
    pilots = {one.household: one.pilot for one in signals}
    for one in region.follow_ups:
        pilot = pilots[one.tenant.contract]
        counts.add("arrears_again_share", ["total", f"pilot:{pilot}"], one.debt)


def _count_evictions(counts: Counts, region: Region) -> None:
    for one in region.evictions:
        for group in ("total", f"district:{one.district}", f"month:{one.month:%Y-%m}"):
            announced = counts.found["evictions_announced", None, group]
            announced.numerator += one.announced
            counts.found["evictions_executed", None, group].numerator += one.executed
            averted = counts.found["evictions_averted", None, group]
            averted.numerator += one.announced - one.executed
            share = counts.found["eviction_executed_share", None, group]
            share.numerator += one.executed
            share.denominator += one.announced


def _count_conferences(counts: Counts, region: Region) -> None:
    for one in region.conferences:
        counts.found["conferences_started", None, "total"].numerator += 1
        counts.add("conference_held_share", ["total"], one.held is not None)


def _count_services(counts: Counts, region: Region) -> None:
    for one in region.dossiers:
        if one.ended:
            after_3, after_6 = one.aftercare
            counts.add("aftercare_3_months_share", ["total"], after_3)
            counts.add("aftercare_6_months_share", ["total"], after_6)


def _count_claims(counts: Counts, region: Region, signals: list[Signal]) -> None:
    for one in region.claims:
        for group in _groups(one.pilot, one.district, one.month):
            for indicator in ("cost_total", "cost_per_signal"):
                count = counts.found[indicator, None, group]
                count.numerator += one.amount or 0
                count.unknown += one.amount is None
    places = {(one.pilot, one.district) for one in region.claims}
    for signal in signals:
        if (signal.pilot, signal.district) in places:
            for group in _groups(signal.pilot, signal.district, signal.day):
                counts.found["cost_per_signal", None, group].denominator += 1


def median(values: list[float]) -> float:
    """The middle value."""
    return statistics.median(values)
