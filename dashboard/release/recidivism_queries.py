"""Reads the life tables and the curves of recidivism for any view."""

from dashboard.model.selection import Selection
from dashboard.server.release_store import Release, Row

OUTCOMES = ("signal", "bailiff")

GROUPINGS = {
    "all": "'all'",
    "pilot": "pilot",
    "model": "working_model",
    "district": "district",
    "repeat": "repeat",
    "accepted": "accepted",
}
"""By what curves may be grouped, and the column of it."""

_DAYS = """
select {group} as group_code, day, leaving, events
from marts.fct_recidivism_days
where
    outcome = $outcome
    and ($first is null or unit_month between $first and $last)
    {conditions}
"""

_CURVES = """
with life_table as (
    {days}
    and day is not null
)

select * from marts.kaplan_meier('life_table')
order by group_code, day
"""

_NOT_FOLLOWED = """
with life_table as (
    {days}
)

select
    coalesce(sum(leaving), 0) as closed,
    coalesce(sum(leaving) filter (day is null), 0) as not_followed,
from life_table
"""


def curves(
    release: Release, selection: Selection, outcome: str, grouping: str
) -> list[Row]:
    """Return the Kaplan-Meier curve of every group, one row per day.

    Rows have group_code, day, at_risk, events, censored, survival, lower and upper.
    Raises KeyError for another grouping.
    """
    days, parameters = _days(selection, outcome, GROUPINGS[grouping])
    return release.rows(_CURVES.format(days=days), parameters)


def followed(release: Release, selection: Selection, outcome: str) -> tuple[int, int]:
    """Return how many cases closed, and how many of them nobody followed."""
    days, parameters = _days(selection, outcome, GROUPINGS["all"])
    [row] = release.rows(_NOT_FOLLOWED.format(days=days), parameters)
    return int(row["closed"]), int(row["not_followed"])


def has_curves(release: Release) -> bool:
    """Tell whether the release was made with what the curves need."""
    return release.has_table("marts", "fct_recidivism_days")


def _days(selection: Selection, outcome: str, group: str) -> tuple[str, Row]:
    """The SQL of the days of a view, and its parameters."""
    span, conditions = selection.span, selection.conditions
    sql = _DAYS.format(
        group=group,
        conditions="".join(f"and {name} = ${name} " for name in conditions),
    )
    parameters = conditions | {
        "outcome": outcome,
        "first": span.first if span else None,
        "last": span.last if span else None,
    }
    return sql, parameters
