"""Two amounts for every label: what was meant beside what happened."""

from collections.abc import Sequence

from dashboard import theme
from dashboard.figures.parts import Figure, Part, Series, tick_label

_ROW_HEIGHT = 52
_AXIS_ROOM = 70
_OUTSIDE_ROOM = 1.2


def paired_bars(labels: Sequence[str], series: Sequence[Series]) -> Figure:
    """Draw a bar per series under every label, its text beside it."""
    rows = list(range(len(labels)))
    longest = max((value or 0 for one in series for value in one.values), default=0)
    return {
        "data": [_bars(rows, one) for one in series],
        "layout": theme.layout(
            barmode="group",
            bargap=0.3,
            height=_ROW_HEIGHT * len(labels) + _AXIS_ROOM,
            showlegend=True,
            xaxis=theme.axis(
                range=[0, longest * _OUTSIDE_ROOM or 1], tickformat=",", nticks=6
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
