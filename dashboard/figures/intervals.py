"""Dots with their intervals, for shares that are set side by side."""

from collections.abc import Sequence

from dashboard.figures.parts import (
    Figure,
    Part,
    Series,
    share_ticks,
    tick_label,
    whiskers,
    wraps,
)
from dashboard.server import theme

_ROW_HEIGHT = 44
_LOW_ROW_HEIGHT = 28
_MARK_HEIGHT = 15


def interval_dots(labels: Sequence[str], series: Sequence[Series]) -> Figure:
    """Draw a dot and its 95% interval for every label and series."""
    rows, height = range(len(labels)), _row_height(labels, series)
    apart, middle = _MARK_HEIGHT / height, (len(series) - 1) / 2
    return {
        "data": [
            _dots(one, [row + (place - middle) * apart for row in rows])
            for place, one in enumerate(series)
        ],
        "layout": theme.layout(
            height=height * len(labels) + 80,
            showlegend=len(series) > 1,
            xaxis=theme.axis(range=[-0.03, 1.03], **share_ticks(1.0)),
            yaxis=theme.axis(
                tickmode="array",
                tickvals=list(rows),
                ticktext=[tick_label(Part(label, None)) for label in labels],
                range=[len(labels) - 0.4, -0.6],
                showgrid=False,
                ticks="",
                ticklabelstandoff=8,
                tickfont={"size": 13, "color": theme.INK},
            ),
        ),
    }


def _row_height(labels: Sequence[str], series: Sequence[Series]) -> int:
    """Room for the marks of all series, and for the lines of the label."""
    least = _ROW_HEIGHT if any(map(wraps, labels)) else _LOW_ROW_HEIGHT
    return max(least, _MARK_HEIGHT * (len(series) + 1))


def _dots(one: Series, heights: list[float]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "name": one.name,
        "x": list(one.values),
        "y": heights,
        "marker": {"color": one.color, "symbol": one.symbol, "size": 11},
        "error_x": whiskers(one.values, one.lower, one.upper, one.color),
        "customdata": list(one.texts),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
