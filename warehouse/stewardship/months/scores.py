"""The quality scores of the districts, over the months that the board shows."""

from collections.abc import Mapping, Sequence
from datetime import date

from warehouse.identity import Identity
from warehouse.releases.reading import open_release, read_rows
from warehouse.settings import Settings

SCORES = ("completeness", "validity", "timeliness", "consistency", "unmapped_share")

_SCORES = """
select
    district,
    score,
    sum(numerator) / sum(denominator) as value,
from quality.scores
where month between $first_month and $last_month
group by district, score
"""

Scores = Mapping[tuple[str | None, str], float]


def read_scores(settings: Settings, who: Identity, months: Sequence[date]) -> Scores:
    """The share behind each score, by district (None: the region's own) and score.

    Empty without a release. What was not assessed is not there.
    """
    if not settings.warehouse_file.exists():
        return {}
    span = {"first_month": months[0], "last_month": months[-1]}
    with open_release(settings) as connection:
        rows = read_rows(connection, _SCORES, span)
    return {
        (row["district"], row["score"]): row["value"]
        for row in rows
        if who.sees(row["district"])
    }
