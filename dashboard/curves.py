"""The curves of recidivism as a visitor may see them, and whether groups differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard import recidivism_queries
from dashboard.audience import Audience, audience
from dashboard.selection import Selection
from dashboard.store import Release, Row
from warehouse.statistics.survival import LifeTable, LogRank, log_rank

SMALLEST = 5
"""Who may not see small numbers sees no step of fewer households than this."""

TICKS = (0, 91, 183, 274, 365, 548, 730)
"""The days of which is said how many are still followed: from none to 24 months."""


@dataclass(frozen=True)
class Point:
    """A day on a curve: who is still followed, and the share free of relapse."""

    day: int
    at_risk: int
    events: int
    censored: int
    survival: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class GroupCurve:
    """The curve of one group; hidden when the group is too small to show.

    `left` says how many are still followed on each of `TICKS`; `is_coarse` that small
    steps were taken together and numbers rounded down.
    """

    code: str
    points: Sequence[Point]
    left: Sequence[int] = ()
    is_hidden: bool = False
    is_coarse: bool = False

    def at(self, day: int) -> Point | None:
        """The last point up to a day; None when nobody was followed so long."""
        if not self.points or self.points[-1].day < day:
            return None
        return [one for one in self.points if one.day <= day][-1]


@dataclass(frozen=True)
class Curves:
    """The curves of a view, the test between them, and who was left out."""

    groups: Sequence[GroupCurve]
    test: LogRank | None
    closed: int
    not_followed: int


def curves(
    release: Release,
    selection: Selection,
    outcome: str,
    grouping: str,
    viewer: Audience | None = None,
) -> Curves:
    """Return the curves of a view for the audience of the request unless given."""
    viewer = viewer or audience()
    rows = recidivism_queries.curves(release, selection, outcome, grouping)
    exact = [
        _exact(code, [Point(**_numbers(row)) for row in of_code])
        for code, of_code in groupby(rows, key=lambda row: row["group_code"])
    ]
    closed, not_followed = recidivism_queries.followed(release, selection, outcome)
    if viewer.sees_small:
        return Curves(exact, _test(exact), closed, not_followed)
    large = [one for one in exact if one.left[0] >= SMALLEST]
    return Curves(
        [protected(one) for one in exact],
        _test(large),
        _rounded(closed),
        _rounded(not_followed),
    )


def protected(curve: GroupCurve) -> GroupCurve:
    """Return a curve on which no small number of households can be seen.

    Every step stands for at least `SMALLEST` returns, the curve ends where fewer are
    followed, and the numbers followed are rounded down to multiples of it.
    """
    if curve.left[0] < SMALLEST:
        return GroupCurve(curve.code, [], is_hidden=True)
    points = [one for one in curve.points if one.at_risk >= SMALLEST]
    kept, waiting = [_start(points[0])], 0
    for point in points:
        waiting += point.events
        if waiting >= SMALLEST:
            kept.append(_without_numbers(point))
            waiting = 0
    if kept[-1].day < points[-1].day:
        kept.append(replace(kept[-1], day=points[-1].day))
    left = [_rounded(count) for count in curve.left]
    return GroupCurve(curve.code, kept, left, is_coarse=True)


def _exact(code: str, points: Sequence[Point]) -> GroupCurve:
    left = [next((one.at_risk for one in points if one.day >= day), 0) for day in TICKS]
    return GroupCurve(code, points, left)


def _numbers(row: Row) -> Row:
    return {field: row[field] for field in Point.__dataclass_fields__}


def _test(groups: Sequence[GroupCurve]) -> LogRank | None:
    return log_rank(
        [
            LifeTable(
                [point.day for point in one.points],
                [point.events + point.censored for point in one.points],
                [point.events for point in one.points],
            )
            for one in groups
        ]
    )


def _start(first: Point) -> Point:
    return Point(0, _rounded(first.at_risk), 0, 0, 1.0, None, None)


def _without_numbers(point: Point) -> Point:
    return replace(point, at_risk=_rounded(point.at_risk), events=0, censored=0)


def _rounded(count: int) -> int:
    return count - count % SMALLEST
