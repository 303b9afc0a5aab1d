"""Values month by month, with a norm as a line and notes as marks."""

from collections.abc import Mapping, Sequence

from dashboard.figures.parts import (
    Figure,
    Series,
    month_ticks,
    share_ticks,
    whiskers,
)
from dashboard.server import theme

_HEIGHT = 300
_MARK_ROOM = 26


def month_lines(
    months: Sequence[str],
    series: Sequence[Series],
    *,
    is_share: bool = False,
    norm: float | None = None,
    prefix: str = "",
) -> Figure:
    """Draw a line per series; `months` are the labels in order, without gaps.

    A month without a value interrupts the line. `norm` is drawn across; `prefix`
    stands before the numbers of the axis, such as a currency.
    """
    shares = {"range": [0, 1.03], **share_ticks(1.0)}
    amounts = {"tickformat": ",", "nticks": 6, "tickprefix": prefix}
    reach = shares if is_share else amounts
    return {
        "data": [
            _line(months, one, theme.DASHES[place % len(theme.DASHES)])
            for place, one in enumerate(series)
        ],
        "layout": theme.layout(
            height=_HEIGHT,
            showlegend=len(series) > 1,
            xaxis=theme.axis(
                type="category",
                categoryorder="array",
                categoryarray=list(months),
                range=[-0.5, len(months) - 0.5],
                showgrid=False,
                **month_ticks(months),
            ),
            yaxis=theme.axis(rangemode="tozero", **reach),
            shapes=[] if norm is None else [_norm_line(norm)],
        ),
    }


def _line(months: Sequence[str], one: Series, dash: str) -> Figure:
    trace: Figure = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": one.name,
        "x": list(months),
        "y": list(one.values),
        "connectgaps": False,
        "line": {"color": one.color, "dash": dash, "width": 2},
        "marker": {"color": one.color, "symbol": one.symbol, "size": 7},
        "customdata": list(one.texts),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    if one.lower:
        trace["error_y"] = whiskers(one.values, one.lower, one.upper, one.color)
        trace["error_y"] |= {"thickness": 1, "width": 2}
    return trace


def _norm_line(norm: float) -> Figure:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": norm,
        "y1": norm,
        "line": {"color": theme.INK, "width": 1.5, "dash": "dash"},
    }


def mark_months(figure: Figure, marks: Mapping[str, str]) -> Figure:
    """Return a figure over months with a numbered mark above some of them.

    `marks` has the text of the mark by the label of the month.
    """
    layout = figure["layout"]
    lines = [
        {
            "type": "line",
            "yref": "paper",
            "x0": month,
            "x1": month,
            "y0": 0,
            "y1": 1,
            "line": {"color": theme.PURPLE, "width": 1.5, "dash": "dot"},
        }
        for month in marks
    ]
    texts = [
        {
            "x": month,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "text": f"<b>{text}</b>",
            "showarrow": False,
            "font": {"size": 12, "color": theme.PURPLE},
        }
        for month, text in marks.items()
    ]
    margin = layout["margin"]
    return figure | {
        "layout": layout
        | {
            "shapes": [*layout.get("shapes", []), *lines],
            "annotations": [*layout.get("annotations", []), *texts],
            "height": layout["height"] + _MARK_ROOM,
            "margin": margin | {"t": margin["t"] + _MARK_ROOM},
        }
    }
