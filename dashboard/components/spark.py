"""Small pictures of a number: how it ran, and where it stands among others."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named

_HIDDEN = named("aria-hidden", "true")
_WIDTH = 0.8
_LINE = "calc(100% - 1px)"
_NOWHERE = "0 0"


def sparkline(values: Sequence[float | None], text: str) -> Component:
    """Return a bar per month, from zero to the highest; `text` says it in words.

    A month without a value leaves a gap, a zero leaves a line. All bars are one
    element, cut to their shape: a page has hundreds of them.
    """
    last = f"{100 - 100 / max(len(values), 1):.1f}%"
    bars = html.Span(
        className="spark-bars", style={"clipPath": _bars(values), "--last-bar": last}
    )
    return html.Div(
        [
            html.Div(bars, className="spark", **_HIDDEN),
            html.P(text, className="spark-text"),
        ]
    )


def _bars(values: Sequence[float | None]) -> str:
    """The outline of the bars from left to right, as CSS wants it."""
    highest = max((value for value in values if value is not None), default=0) or 1
    points = []
    for place, value in enumerate(values):
        if value is None:
            continue
        left = f"{100 * place / len(values):.1f}%"
        right = f"{100 * (place + _WIDTH) / len(values):.1f}%"
        top = f"{100 - 100 * value / highest:.0f}%" if value else _LINE
        points += [f"{left} 100%", f"{left} {top}", f"{right} {top}", f"{right} 100%"]
    return f"polygon({', '.join(points or [_NOWHERE])})"


@dataclass(frozen=True)
class Dot:
    """One of the values on a strip; `is_here` marks the one that is asked after."""

    name: str
    value: float
    is_here: bool = False


def strip(dots: Sequence[Dot], middle: float | None, text: str) -> Component:
    """Return a line with a dot per value and a tick at `middle`; `text` says it."""
    reach = [one.value for one in dots] + ([middle] if middle is not None else [])
    low, high = min(reach, default=0.0), max(reach, default=1.0)

    def place(value: float) -> dict[str, str]:
        share = (value - low) / (high - low) if high > low else 0.5
        return {"left": f"{100 * share:.1f}%"}

    marks = [
        html.Span(
            className="strip-dot strip-here" if one.is_here else "strip-dot",
            style=place(one.value),
        )
        # The one that is asked after lies on top of the others.
        for one in sorted(dots, key=lambda one: one.is_here)
    ]
    tick = [html.Span(className="strip-middle", style=place(middle))] if middle else []
    return html.Div(
        [
            html.Div([*tick, *marks], className="strip", **_HIDDEN),
            html.P(text, className="strip-text"),
        ]
    )
