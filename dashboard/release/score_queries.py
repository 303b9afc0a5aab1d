"""Reads the scores of the registration: how complete it is, by place and month."""

from datetime import date
from typing import NamedTuple

from dashboard.model.selection import Selection
from dashboard.server.release_store import Release

_SCORES = """
select
    district,
    month,
    sum(numerator) as part,
    sum(denominator) as whole,
from quality.scores
where
    score = $score
    and ($pilot is null or pilot = $pilot)
    and ($first is null or month between $first and $last)
group by district, month
order by district, month
"""


class Score(NamedTuple):
    """A score of a district and a month: `part` of `whole` fields are good."""

    district: str | None
    month: date | None
    part: int
    whole: int


def scores(release: Release, selection: Selection, score: str) -> list[Score]:
    """Return a score of every district and month in the pilot and period of a view."""
    if not release.has_table("quality", "scores"):
        return []
    span = selection.span
    rows = release.rows(
        _SCORES,
        {
            "score": score,
            "pilot": selection.pilot,
            "first": span.first if span else None,
            "last": span.last if span else None,
        },
    )
    return [
        Score(row["district"], row["month"], int(row["part"]), int(row["whole"]))
        for row in rows
    ]
