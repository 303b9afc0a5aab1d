"""The values of a view: read as they were prepared, or added up where they were not."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.model.periods import Period
from dashboard.model.selection import COLUMNS, GROUPS, Selection
from dashboard.server.release_store import Release, Row
from warehouse.figures.disclosure.reader import (
    PERIODS,
    Audience,
    NotPreparedError,
    State,
    read_states,
    read_threshold,
    read_values,
)
from warehouse.figures.indicators import Question, write_query

Split = dict[str, list[Row]]


def states(release: Release) -> dict[State, int]:
    """Return the states of the filters of which a release has figures."""
    return release.remember("states", lambda: read_states(release.rows))


def rows(
    release: Release, selection: Selection, split: str | None, audience: Audience
) -> Split:
    """Return the figures of a view by code of `split`; by the empty text without one.

    `split` is a dimension or a kind of period, and replaces what the view had chosen
    of that dimension. Raises `NotPreparedError` for two or more groups of households
    at once, when the audience may not see small numbers.
    """
    if split in COLUMNS:
        selection = selection.with_(**{split: None})
    groups = {*selection.groups, *([split] if split in GROUPS else [])}
    if len(groups) > 1:
        if not audience.sees_small:
            raise NotPreparedError(", ".join(sorted(groups)))
        return _added_up(release, selection, split, audience)
    return _prepared(release, selection, split, audience)


def _prepared(
    release: Release, selection: Selection, split: str | None, audience: Audience
) -> Split:
    wanted = dict(_wanted(release, selection, split))
    threshold = release.remember("threshold", lambda: read_threshold(release.rows))
    found = read_values(
        release.rows, states(release), wanted.values(), audience, threshold
    )
    return {code: found[state] for code, state in wanted.items() if state in found}


def _wanted(
    release: Release, selection: Selection, split: str | None
) -> Iterable[tuple[str, State]]:
    """The states of a view, with the code of each in its split."""
    state = state_of(selection)
    if split is None:
        return [("", state)]
    found = parts(release, split).get(_without(state, split), [])
    if split in PERIODS:
        return [part for part in found if _is_within(part[1], selection.span)]
    return found


def _is_within(state: State, span: Period | None) -> bool:
    if span is None or state.period_start is None:
        return span is None
    return span.first <= state.period_start <= span.last


def state_of(selection: Selection) -> State:
    """Return the state of the filters that a view with at most one group asks for."""
    conditions = selection.conditions
    district, pilot = conditions.pop("district", None), conditions.pop("pilot", None)
    span = selection.span
    return State(
        next(iter(conditions.items()), None),
        district,
        pilot,
        span.kind if span else "total",
        span.first if span else None,
    )


def parts(release: Release, split: str) -> dict[State, list[tuple[str, State]]]:
    """Return every state that can be split so, with its parts and codes, in order."""

    def find() -> dict[State, list[tuple[str, State]]]:
        found: dict[State, list[tuple[str, State]]] = {}
        for state in states(release):
            code = _code(state, split)
            if code is not None:
                found.setdefault(_without(state, split), []).append((code, state))
        for of_state in found.values():
            of_state.sort(key=lambda part: part[0])
        return found

    return release.remember(("parts", split), find)


def _code(state: State, split: str) -> str | None:
    if split in PERIODS:
        if state.period_type != split or state.period_start is None:
            return None
        return Period(split, state.period_start).code
    if split in GROUPS:
        column, code = state.group or ("", None)
        return code if column == GROUPS[split] else None
    return state.district if split == "district" else state.pilot


def _without(state: State, split: str) -> State:
    if split in PERIODS:
        return replace(state, period_type="total", period_start=None)
    if split in GROUPS:
        return replace(state, group=None)
    if split == "district":
        return replace(state, district=None)
    return replace(state, pilot=None)


def _added_up(
    release: Release, selection: Selection, split: str | None, audience: Audience
) -> Split:
    """The figures of a view of which none are prepared, from its units."""
    span = selection.span
    by = [COLUMNS.get(split, split)] if split else []
    where = {name: [code] for name, code in selection.conditions.items()}
    if audience.districts is not None:
        asked = where.get("district", audience.districts)
        where["district"] = sorted(audience.districts.intersection(asked))
    question = Question(
        by=[*by, "category"],
        date_from=span.first if span else None,
        date_to=span.last if span else None,
        where=where,
    )
    found: Split = {}
    for row in release.rows(*write_query(question)):
        found.setdefault(row[f"key_{by[0]}"] if by else "", []).append(row)
    return found
