"""Bar charts: over months, over the steps of the funnel, over categories."""

from collections.abc import Iterable, Sequence

from dashboard.figures.parts import (
    Figure,
    Part,
    Series,
    month_ticks,
    outside_reach,
    share_ticks,
    tick_label,
    whiskers,
)
from dashboard.server import theme

_ROW_HEIGHT = 46
_TALL_ROW_HEIGHT = 54
_AXIS_ROOM = 40
_MONTHS_WITH_NUMBERS = 12
_AXIS_STEPS = 5
_OUTSIDE_ROOM = 1.1
_LEAST_REACH = 0.06


def month_bars(months: Sequence[str], series: Sequence[Series]) -> Figure:
    """Stack counts per month; `months` are their labels in order."""
    traces = [
        {
            "type": "bar",
            "name": one.name,
            "x": list(months),
            "y": list(one.values),
            "marker": {
                "color": one.color,
                "pattern": {
                    "shape": one.pattern,
                    "fillmode": "overlay",
                    "fgcolor": theme.PAPER,
                    "size": 6,
                },
            },
            "text": list(one.values) if _has_room(months, series) else None,
            "textposition": "outside",
            "cliponaxis": False,
            "hovertemplate": f"%{{x}}: %{{y}} {one.name}<extra></extra>",
        }
        for one in series
    ]
    return {
        "data": traces,
        "layout": theme.layout(
            barmode="stack",
            height=280,
            showlegend=len(series) > 1,
            xaxis=theme.axis(type="category", showgrid=False, **month_ticks(months)),
            yaxis=theme.axis(
                rangemode="tozero", tickformat=",d", dtick=_whole_step(series)
            ),
        ),
    }


def _whole_step(series: Sequence[Series]) -> int:
    """Return a round step that gives an axis of counts some five whole numbers."""
    highest = max((sum(filter(None, column)) for column in _columns(series)), default=0)
    steps = (one * 10**power for power in range(7) for one in (1, 2, 5))
    return next(step for step in steps if highest <= step * _AXIS_STEPS)


def _columns(series: Sequence[Series]) -> Iterable[tuple[float | None, ...]]:
    return zip(*(one.values for one in series), strict=True)


def _has_room(months: Sequence[str], series: Sequence[Series]) -> bool:
    return len(series) == 1 and len(months) <= _MONTHS_WITH_NUMBERS


def funnel_bars(steps: Sequence[Part]) -> Figure:
    """Draw counts from the top down, each with its own text beside it.

    What is unknown is hatched and grey; what has no value says so in words.
    """
    longest = max((step.value or 0 for step in steps), default=0)
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [step.value for step in steps],
                "y": list(range(len(steps))),
                "text": [step.text for step in steps],
                "textposition": "outside",
                "cliponaxis": False,
                "marker": _looks(steps, theme.BLUE),
                "hoverinfo": "skip",
            }
        ],
        "layout": theme.layout(
            height=_height(steps) + 16,
            xaxis=theme.axis(
                visible=False,
                range=[0, outside_reach(longest, [step.text for step in steps])],
            ),
            yaxis=_label_axis(steps),
            annotations=[
                _in_place_of_a_bar(row, step)
                for row, step in enumerate(steps)
                if step.value is None
            ],
        ),
    }


def category_bars(parts: Sequence[Part], color: str = theme.SKY) -> Figure:
    """Draw a share per category, with its interval as a thin line.

    What is unknown is hatched and grey; what is zero or hidden says so in words.
    """
    values = [None if part.state == "hidden" else part.value for part in parts]
    highest = max((part.upper or part.value or 0 for part in parts), default=0)
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": values,
                "y": list(range(len(parts))),
                "marker": _looks(parts, color),
                "customdata": [part.text for part in parts],
                "hovertemplate": "%{customdata}<extra></extra>",
                "error_x": whiskers(
                    values,
                    [part.lower for part in parts],
                    [part.upper for part in parts],
                    theme.INK,
                ),
            }
        ],
        "layout": theme.layout(
            height=_height(parts) + _AXIS_ROOM,
            xaxis=theme.axis(
                range=[0, _reach(highest)],
                **share_ticks(highest),
            ),
            yaxis=_label_axis(parts),
            annotations=[
                _in_place_of_a_bar(row, part)
                for row, part in enumerate(parts)
                if part.state in ("hidden", "zero")
            ],
        ),
    }


def _reach(highest: float) -> float:
    """How far an axis of shares goes: at least to its first numbered line."""
    return min(1.02, max(_LEAST_REACH, highest * _OUTSIDE_ROOM)) if highest else 1


def _looks(parts: Sequence[Part], color: str) -> Figure:
    is_unknown = [part.state == "unknown" for part in parts]
    return {
        "color": [theme.GREY if unknown else color for unknown in is_unknown],
        "pattern": {"shape": ["/" if unknown else "" for unknown in is_unknown]},
    }


def _in_place_of_a_bar(row: int, part: Part) -> Figure:
    return {
        "x": 0,
        "y": row,
        "xanchor": "left",
        "xshift": 4,
        "text": part.text,
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
    }


def _height(parts: Sequence[Part]) -> int:
    """The height of all rows, which are as high as the one with most lines."""
    is_tall = any(tick_label(part).count("<br>") > 1 for part in parts)
    return len(parts) * (_TALL_ROW_HEIGHT if is_tall else _ROW_HEIGHT)


def _label_axis(parts: Sequence[Part]) -> Figure:
    return theme.axis(
        tickmode="array",
        tickvals=list(range(len(parts))),
        ticktext=[tick_label(part) for part in parts],
        autorange="reversed",
        showgrid=False,
        ticks="",
        ticklabelstandoff=8,
        tickfont={"size": 13, "color": theme.INK},
    )
