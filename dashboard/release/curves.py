"""The curves of recidivism as a visitor may see them, and whether groups differ."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.model.selection import GROUPS, Selection
from dashboard.release import recidivism_queries
from dashboard.server.context import audience
from dashboard.server.release_store import Release, Row
from warehouse.figures.disclosure.reader import Audience, read_threshold
from warehouse.figures.statistics.survival import LifeTable, LogRank, log_rank

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
    """The curves of a view, the test between them, and who was left out.

    `smallest` is the small number that the curves were kept above; None when they are
    exact. The counts are None when nothing may be shown.
    """

    groups: Sequence[GroupCurve]
    test: LogRank | None = None
    closed: int | None = None
    not_followed: int | None = None
    smallest: int | None = None


def curves(
    release: Release,
    selection: Selection,
    outcome: str,
    grouping: str,
    viewer: Audience | None = None,
) -> Curves:
    """Return the curves of a view for the audience of the request unless given.

    Who may not see small numbers gets one group of households at a time, as
    everywhere: chosen, or to group by.
    """
    viewer = viewer or audience()
    is_split = grouping in GROUPS or grouping == "accepted"
    if not viewer.sees_small and len(selection.groups) + is_split > 1:
        return Curves([GroupCurve("", (), is_hidden=True)])
    rows = recidivism_queries.curves(release, selection, outcome, grouping)
    exact = [
        _exact(code, [Point(**_numbers(row)) for row in of_code])
        for code, of_code in groupby(rows, key=lambda row: row["group_code"])
    ]
    closed, not_followed = recidivism_queries.followed(release, selection, outcome)
    if viewer.sees_small:
        return Curves(exact, _test(exact), closed, not_followed)
    smallest = release.remember("threshold", lambda: read_threshold(release.rows))
    large = [one for one in exact if one.left[0] >= smallest]
    return Curves(
        [protected(one, smallest) for one in exact],
        _test(large),
        _rounded(closed, smallest),
        _rounded(not_followed, smallest),
        smallest,
    )


def protected(curve: GroupCurve, smallest: int) -> GroupCurve:
    """Return a curve on which no small number of households can be seen.

    Every step stands for at least `smallest` returns, the curve ends where fewer are
    followed, and the numbers followed are rounded down to multiples of it.
    """
    if curve.left[0] < smallest:
        return GroupCurve(curve.code, [], is_hidden=True)
    points = [one for one in curve.points if one.at_risk >= smallest]
    kept, waiting = [_start(points[0], smallest)], 0
    for point in points:
        waiting += point.events
        if waiting >= smallest:
            kept.append(_without_numbers(point, smallest))
            waiting = 0
    if kept[-1].day < points[-1].day:
        kept.append(replace(kept[-1], day=points[-1].day))
    left = [_rounded(count, smallest) for count in curve.left]
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


def _start(first: Point, smallest: int) -> Point:
    return Point(0, _rounded(first.at_risk, smallest), 0, 0, 1.0, None, None)


def _without_numbers(point: Point, smallest: int) -> Point:
    at_risk = _rounded(point.at_risk, smallest)
    return replace(point, at_risk=at_risk, events=0, censored=0)


def _rounded(count: int, smallest: int) -> int:
    return count - count % smallest
