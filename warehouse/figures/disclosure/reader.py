"""Reads the prepared figures of a release: the one way to them, for every reader.

Screens, exports, reports and the HTTP interface all ask here, and say for whom.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.identity import Identity, Right

Row = dict[str, Any]
Ask = Callable[[str, Row], list[Row]]
"""Runs SQL with bound parameters on a release, and returns its rows."""

GROUPS = (
    "programme",
    "working_model",
    "corporation",
    "partner_type",
    "sex",
    "age_band",
    "household_type",
    "repeat",
)
"""The dimensions of which one at a time is prepared."""

PERIODS = ("year", "quarter", "month")


class NotPreparedError(Exception):
    """A combination of two or more groups, of which no figures are prepared."""


@dataclass(frozen=True)
class Audience:
    """Which numbers somebody may see, and of which districts (None: all)."""

    sees_small: bool = False
    districts: frozenset[str] | None = None

    @classmethod
    def of(cls, asker: Identity) -> "Audience":
        """Return what the rights of `asker` let them see."""
        return cls(asker.may(Right.SEE_SMALL_NUMBERS), asker.districts)

    def sees(self, district: str | None) -> bool:
        """Tell whether figures of `district` are theirs to see; None is the region."""
        return self.districts is None or district in self.districts


@dataclass(frozen=True)
class State:
    """A state of the filters; None means all."""

    group: tuple[str, str] | None = None
    district: str | None = None
    pilot: str | None = None
    period_type: str = "total"
    period_start: date | None = None

    @property
    def is_for_all(self) -> bool:
        """Whether it is shown to everybody: a group by year, not by month."""
        return self.group is None or self.period_type in ("total", "year")


_STATES = """
select
    state_id, dimension, code, district, pilot, period_type, period_start
from marts.indicator_states
"""

_VALUES = """
select
    prepared.state_id,
    lines.indicator_id,
    lines.category,
    prepared.numerator,
    prepared.denominator,
    marts.indicator_value(
        lines.aggregate, numerator, denominator, statistic
    ) as value,
    case when lines.aggregate = 'share'
        then wilson_lower(numerator, denominator) end as lower,
    case when lines.aggregate = 'share'
        then wilson_upper(numerator, denominator) end as upper,
    prepared.unknown,
    {is_hidden} as is_hidden,
from marts.indicator_prepared as prepared
inner join marts.indicator_lines as lines using (line_id)
{hidden}
where prepared.state_id between $first and $last
order by prepared.state_id, prepared.line_id
"""

_HIDDEN = """
left join marts.indicator_hidden as hidden
    on prepared.state_id = hidden.state_id
    and prepared.line_id = hidden.line_id
    and hidden.state_id between $first and $last
"""

_NEAR = 8
"""States so near are read in one go, with those between them."""

_NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "unknown")


def read_states(ask: Ask) -> dict[State, int]:
    """Return the number of every state that a release has figures of."""
    return {
        State(
            (row["dimension"], row["code"]) if row["dimension"] else None,
            row["district"],
            row["pilot"],
            row["period_type"],
            row["period_start"],
        ): row["state_id"]
        for row in ask(_STATES, {})
    }


def read_threshold(ask: Ask) -> int:
    """Return the small number of a release: counts below it were hidden."""
    return int(
        ask("select small_number from marts.indicator_threshold", {})[0]["small_number"]
    )


def read_values(
    ask: Ask,
    states: Mapping[State, int],
    wanted: Iterable[State],
    audience: Audience,
    threshold: int,
) -> dict[State, list[Row]]:
    """Return the figures of the wanted states that there are, for an audience.

    A hidden row has no numbers. `threshold` is the small number of the release: who
    may not see small numbers reads how many are unknown rounded up to a multiple.
    """
    found = {states[state]: state for state in wanted if state in states}
    found = {
        key: state for key, state in found.items() if audience.sees(state.district)
    }
    if not found:
        return {}
    rows: dict[State, list[Row]] = {state: [] for state in found.values()}
    for row in _ask_in_runs(ask, found, audience):
        state = found.get(row.pop("state_id"))
        if state is not None:
            is_open = audience.sees_small
            rows[state].append(row if is_open else _protected(row, state, threshold))
    return rows


def _ask_in_runs(ask: Ask, found: Iterable[int], audience: Audience) -> Iterator[Row]:
    """Ask one stretch of neighbours at a time: a list of numbers reads every row."""
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and number - runs[-1][1] <= _NEAR:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    for first, last in runs:
        yield from ask(_sql(audience), {"first": first, "last": last})


def _sql(audience: Audience) -> str:
    """The query for a stretch of states."""
    if audience.sees_small:
        return _VALUES.format(is_hidden="false", hidden="")
    return _VALUES.format(is_hidden="hidden.line_id is not null", hidden=_HIDDEN)


def _protected(row: Row, state: State, threshold: int) -> Row:
    if row["is_hidden"] or not state.is_for_all:
        return row | dict.fromkeys(_NUMBERS) | {"is_hidden": True}
    return row | {"unknown": -(-row["unknown"] // threshold) * threshold}
