"""The funnel plot: districts around the regional mean, and how far chance carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.parts import Figure, Series
from dashboard.server import theme

_HEIGHT = 420
_ROOM = 0.15
_TURN = 0.55
_GAP = 8


@dataclass(frozen=True)
class Limit:
    """A pair of limits along the numbers of units; `name` stands in the legend."""

    name: str
    lower: Sequence[float]
    upper: Sequence[float]
    dash: str


@dataclass(frozen=True)
class Places:
    """Districts of one kind: their shares, numbers of units, and names to write."""

    shares: Series
    wholes: Sequence[int]
    names: Sequence[str]


def funnel_plot(
    wholes: Sequence[int],
    limits: Sequence[Limit],
    groups: Sequence[Places],
    *,
    mean: float,
    mean_name: str,
    axis_title: str,
) -> Figure:
    """Draw the limits over `wholes`, the mean, and a dot for every place."""
    return {
        "data": [
            *(line for limit in limits for line in _limit_lines(wholes, limit)),
            _curve(wholes, [mean] * len(wholes), mean_name, "solid"),
            *(_dots(group) for group in groups),
        ],
        "layout": theme.layout(
            height=_HEIGHT,
            showlegend=True,
            xaxis=theme.axis(
                title={"text": axis_title, "font": {"size": 12}},
                range=[0, wholes[-1]],
                tickformat=",d",
                nticks=8,
            ),
            yaxis=theme.axis(**_reach(wholes, groups, limits)),
            annotations=[
                text for group in groups for text in _names(group, wholes[-1])
            ],
        ),
    }


def _reach(
    wholes: Sequence[int], groups: Sequence[Places], limits: Sequence[Limit]
) -> Figure:
    """The shares of the places, and the limits at the number of the smallest one."""
    shares = [value for group in groups for value in group.shares.values if value]
    smallest = min((whole for group in groups for whole in group.wholes), default=1)
    place = next((i for i, whole in enumerate(wholes) if whole >= smallest), 0)
    ends = [end[place] for one in limits for end in (one.lower, one.upper)]
    low, high = min([*shares, *ends], default=0.0), max([*shares, *ends], default=1.0)
    room = max(0.02, (high - low) * _ROOM)
    return {
        "range": [max(-0.02, low - room), min(1.03, high + room)],
        "tickformat": ".0%",
        "nticks": 6,
    }


def _limit_lines(wholes: Sequence[int], limit: Limit) -> list[Figure]:
    upper = _curve(wholes, limit.upper, limit.name, limit.dash)
    lower = _curve(wholes, limit.lower, limit.name, limit.dash)
    return [
        lower | {"legendgroup": limit.name, "showlegend": False},
        upper | {"legendgroup": limit.name},
    ]


def _curve(
    wholes: Sequence[int], values: Sequence[float], name: str, dash: str
) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(wholes),
        "y": list(values),
        "line": {"color": theme.MUTED, "dash": dash, "width": 1.5},
        "hoverinfo": "skip",
    }


def _dots(group: Places) -> Figure:
    series = group.shares
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": series.name,
        "x": list(group.wholes),
        "y": list(series.values),
        "marker": {"color": series.color, "symbol": series.symbol, "size": 11},
        "customdata": list(series.texts),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _names(group: Places, end: int) -> list[Figure]:
    """The names beside the dots, on a ground of their own: lines run below them.

    Those of the places on the right stand to the left, where a phone has room.
    """
    named = zip(group.wholes, group.shares.values, group.names, strict=True)
    return [
        {
            "x": whole,
            "y": share,
            "text": name,
            "showarrow": False,
            "xanchor": "left" if whole < end * _TURN else "right",
            "xshift": _GAP if whole < end * _TURN else -_GAP,
            "bgcolor": theme.PAPER,
            "borderpad": 0,
            "font": {"size": 12, "color": theme.INK},
        }
        for whole, share, name in named
        if name
    ]
