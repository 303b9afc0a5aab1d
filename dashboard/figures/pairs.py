"""Two amounts for every label: what was meant beside what happened."""

from collections.abc import Sequence

from dashboard.figures.parts import (
    Figure,
    Part,
    Series,
    outside_reach,
    tick_label,
    wraps,
)
from dashboard.server import theme

_ROW_HEIGHT = 52
_LOW_ROW_HEIGHT = 40
_AXIS_ROOM = 70


def paired_bars(
    labels: Sequence[str], series: Sequence[Series], *, prefix: str = ""
) -> Figure:
    """Draw a bar per series under every label, its text beside it.

    `prefix` stands before the numbers of the axis, such as a currency.
    """
    rows = list(range(len(labels)))
    longest = max((value or 0 for one in series for value in one.values), default=0)
    texts = [text for one in series for text in one.texts]
    return {
        "data": [_bars(rows, one) for one in series],
        "layout": theme.layout(
            barmode="group",
            bargap=0.3,
            height=_row_height(labels) * len(labels) + _AXIS_ROOM,
            showlegend=True,
            xaxis=theme.axis(
                range=[0, outside_reach(longest, texts)],
                tickformat=",",
                tickprefix=prefix,
                tickangle=0,
                nticks=3 if prefix else 4,
            ),
            yaxis=theme.axis(
                tickmode="array",
                tickvals=rows,
                ticktext=[tick_label(Part(label, None)) for label in labels],
                autorange="reversed",
                showgrid=False,
                ticks="",
                ticklabelstandoff=8,
                tickfont={"size": 13, "color": theme.INK},
            ),
        ),
    }


def _row_height(labels: Sequence[str]) -> int:
    return _ROW_HEIGHT if any(map(wraps, labels)) else _LOW_ROW_HEIGHT


def _bars(rows: Sequence[int], one: Series) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": one.name,
        "x": list(one.values),
        "y": list(rows),
        "text": list(one.texts),
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": one.color, "pattern": {"shape": one.pattern}},
        "hovertemplate": "%{text}<extra></extra>",
    }
