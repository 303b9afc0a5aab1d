"""One small SQL per indicator, written from its definition in docs/indicators.md.

Each is a numerator and a denominator (or None) over the signals of a state, read from
`marts.fct_signals` and nothing else. Households count in their first signal of a pilot.
"""

from typing import Any

import duckdb

OF_SIGNALS = {
    "signals": ("count(*)", None),
    "repeat_share": ("count_if(is_repeat)", "count(*)"),
    "taken_up_share": ("count_if(is_taken_up)", "count(*)"),
    "attempted_share": ("count_if(is_attempted)", "count(*)"),
    "second_attempt_share": ("count_if(has_second_attempt)", "count(*)"),
    "at_home_share": (
        "count_if(is_attempted and is_opened)",
        "count_if(is_attempted)",
    ),
    "reached_share": (
        "count_if(is_taken_up and is_reached)",
        "count_if(is_taken_up)",
    ),
    "reached_signals_share": ("count_if(is_reached)", "count(*)"),
    "not_reached_share": ("count_if(not is_reached)", "count(*)"),
    "new_to_help_share": (
        "count_if(is_reached and not is_known)",
        "count_if(is_reached and is_known is not null)",
    ),
    "arrears_mean": ("sum(arrears_amount)", "count(arrears_amount)"),
    "arrears_mean_attempted": (
        "sum(arrears_amount) filter (is_attempted)",
        "count(arrears_amount) filter (is_attempted)",
    ),
}

CATEGORIES = {
    ("signals_by_sex", "sex"): "true",
    ("not_attempted_reason", "no_visit_reason"): "not is_attempted",
    ("reached_by_channel", "case when is_reached then reached_channel end"): (
        "is_taken_up"
    ),
}

MIDDLES = {
    "arrears_median": ("arrears_amount", 0.5, "true"),
    "days_to_first_attempt": ("days_to_first_attempt", 0.5, "is_attempted"),
    "days_to_first_attempt_p90": ("days_to_first_attempt", 0.9, "is_attempted"),
}

_SIGNALS = """
select
    *,
    case when is_repeat then 'repeat' else 'first' end as repeat,
    signal_date as day
from marts.fct_signals
"""

_HOUSEHOLDS = f"""
select * from ({_SIGNALS})
qualify row_number() over (
    partition by household_id, pilot order by signal_date, signal_id
) = 1
"""


class Facts:
    """The facts of a release, counted within conditions on columns and days."""

    def __init__(self, file: str) -> None:
        self.connection = duckdb.connect(file, read_only=True, config={"threads": 1})
        self.connection.execute(f"create temp table signals as {_SIGNALS}")
        self.connection.execute(f"create temp table households as {_HOUSEHOLDS}")

    def _row(self, columns: str, table: str, where: dict, days: tuple) -> tuple:
        tests = [f"{column} = ${column}" for column in where]
        given: dict[str, Any] = dict(where)
        if days:
            tests.append("day between $first and $last")
            given |= {"first": days[0], "last": days[1]}
        sql = f"select {columns} from {table} where {' and '.join(tests) or 'true'}"
        found = self.connection.execute(sql, given).fetchone()
        assert found
        return found

    def counts(self, where: dict, days: tuple) -> dict[tuple[str, str], tuple]:
        """Return numerator and denominator by indicator and category."""
        parts = [
            (name, part, whole or "null") for name, (part, whole) in OF_SIGNALS.items()
        ]
        columns = ", ".join(f"{part}, {whole}" for _, part, whole in parts)
        row = self._row(columns, "signals", where, days)
        pairs = zip(row[::2], row[1::2], strict=True)
        found = {
            (name, ""): pair for (name, _, _), pair in zip(parts, pairs, strict=True)
        }
        households = "count(distinct household_id), null"
        found["households", ""] = self._row(households, "households", where, days)
        return found

    def of_category(
        self, code: str, among: str, category: str, where: dict, days: tuple
    ) -> tuple:
        """Return how many units among some have a code, and how many there are."""
        columns = f"count_if(({among}) and {code} = '{category}'), count_if({among})"
        return self._row(columns, "signals", where, days)

    def middle(
        self, amount: str, place: float, among: str, where: dict, days: tuple
    ) -> float | None:
        """Return a quantile of an amount that is known."""
        columns = f"quantile_cont({amount}, {place}) filter ({among})"
        value = self._row(columns, "signals", where, days)[0]
        return None if value is None else float(value)
