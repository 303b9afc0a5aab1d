"""Step curves: the share still free of something, with intervals and who is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.parts import Figure
from dashboard.server import theme

_PLOT = 300
_ROW = 17
_HALF = 0.5
_AXIS = 66


@dataclass(frozen=True)
class Curve:
    """A named step curve over days; texts are in the visitor's language.

    `left` holds the text of how many are still followed at every tick.
    """

    name: str
    days: Sequence[int]
    values: Sequence[float]
    lower: Sequence[float | None]
    upper: Sequence[float | None]
    left: Sequence[str] = ()
    texts: Sequence[str] = ()


def step_curves(
    curves: Sequence[Curve], ticks: Sequence[tuple[int, str]], axis: str, left: str
) -> Figure:
    """Draw the curves, and under the axis who is `left` at every tick.

    `ticks` are the days on the axis with their labels, `axis` names them; each group
    differs from the others in its dash as well as its colour.
    """
    rows = 2 * len(curves) + 1
    height = _PLOT + _AXIS + _ROW * rows
    return {
        "data": [
            trace for place, one in enumerate(curves) for trace in _traces(place, one)
        ],
        "layout": theme.layout(
            height=height,
            showlegend=len(curves) > 1,
            margin={"l": 8, "r": 16, "t": 8, "b": _AXIS + _ROW * rows},
            xaxis=theme.axis(
                range=[0, ticks[-1][0]],
                tickmode="array",
                tickvals=[day for day, _ in ticks],
                ticktext=[label for _, label in ticks],
                automargin=False,
                showgrid=False,
                title={"text": axis, "standoff": 8, "font": {"size": 12}},
            ),
            yaxis=theme.axis(range=[_floor(curves), 1.01], tickformat=".0%", nticks=6),
            annotations=_rows_left(curves, ticks, left),
        ),
    }


def _floor(curves: Sequence[Curve]) -> float:
    """Where the axis starts: at zero, or at the half when all lies far above it."""
    ends = [
        end for one in curves for end in (*one.values, *one.lower) if end is not None
    ]
    return _HALF if min(ends, default=0) > _HALF else 0


def _traces(place: int, curve: Curve) -> list[Figure]:
    color = theme.SERIES[place % len(theme.SERIES)]
    line = {
        "type": "scatter",
        "mode": "lines",
        "name": curve.name,
        "x": list(curve.days),
        "y": list(curve.values),
        "line": {
            "color": color,
            "width": 2.5,
            "shape": "hv",
            "dash": theme.DASHES[place % len(theme.DASHES)],
        },
        "customdata": list(curve.texts),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return [
        _bound(curve, curve.upper, color, "none"),
        _bound(curve, curve.lower, color, "tonexty"),
        line,
    ]


def _bound(curve: Curve, ends: Sequence[float | None], color: str, fill: str) -> Figure:
    # Without an end the interval is as wide as the value: there is none to draw.
    values = [
        value if end is None else end
        for value, end in zip(curve.values, ends, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(curve.days),
        "y": values,
        "line": {"width": 0, "shape": "hv", "color": color},
        "fill": fill,
        "fillcolor": theme.BANDS[color],
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _rows_left(
    curves: Sequence[Curve], ticks: Sequence[tuple[int, str]], left: str
) -> list[Figure]:
    """The numbers below the axis: a heading, then a name and a row per curve."""
    texts = [_text(0, 0, left, theme.MUTED, "left")]
    for place, one in enumerate(curves):
        color = theme.SERIES[place % len(theme.SERIES)]
        texts.append(_text(0, 2 * place + 1, f"<b>{one.name}</b>", color, "left"))
        for number, (day, _) in enumerate(ticks):
            if number < len(one.left):
                anchor = _anchor(number, len(ticks))
                row = 2 * place + 2
                texts.append(_text(day, row, one.left[number], theme.INK, anchor))
    return texts


def _anchor(number: int, count: int) -> str:
    if number == 0:
        return "left"
    return "right" if number == count - 1 else "center"


def _text(day: int, row: int, text: str, color: str, anchor: str) -> Figure:
    return {
        "x": day,
        "xanchor": anchor,
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -(_AXIS - 14) - _ROW * row,
        "text": text,
        "showarrow": False,
        "font": {"size": 12, "color": color},
    }
