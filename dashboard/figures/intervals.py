"""Dots with their intervals, for shares that are set side by side."""

from collections.abc import Sequence

from dashboard import theme
from dashboard.figures.parts import (
    Figure,
    Part,
    Series,
    share_ticks,
    tick_label,
    whiskers,
    wraps,
)

_ROW_HEIGHT = 44
_LOW_ROW_HEIGHT = 28
_SPREAD = 0.34


def interval_dots(labels: Sequence[str], series: Sequence[Series]) -> Figure:
    """Draw a dot and its 95% interval for every label and series."""
    rows = range(len(labels))
    return {
        "data": [
            _dots(one, [row + _offset(place, len(series)) for row in rows])
            for place, one in enumerate(series)
        ],
        "layout": theme.layout(
            height=_row_height(labels, series) * len(labels) + 80,
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
    is_low = len(series) == 1 and not any(map(wraps, labels))
    return _LOW_ROW_HEIGHT if is_low else _ROW_HEIGHT


def _offset(place: int, count: int) -> float:
    return 0.0 if count == 1 else _SPREAD * (place / (count - 1) - 0.5)


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
