"""A map of areas in shades, drawn from their boundaries without any background."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from dashboard.figures.parts import Figure
from dashboard.server import theme

_HEIGHT = 460
_EDGE = 1.5
_CHOSEN_EDGE = 4

Ring = Sequence[tuple[float, float]]
"""Degrees east and north."""


@dataclass(frozen=True)
class Shape:
    """An area: its name, its boundaries, its shade, and what a pointer shows."""

    name: str
    rings: Sequence[Ring]
    color: str
    text: str
    is_chosen: bool = False


def area_map(shapes: Sequence[Shape]) -> Figure:
    """Draw the areas true to form around the middle of their map."""
    norths = [north for one in shapes for ring in one.rings for _east, north in ring]
    middle = (min(norths) + max(norths)) / 2 if norths else 0.0
    hidden = theme.axis(visible=False, automargin=False)
    return {
        "data": [_area(one) for one in sorted(shapes, key=lambda one: one.is_chosen)],
        "layout": theme.layout(
            height=_HEIGHT,
            hovermode="closest",
            xaxis=hidden,
            # A degree east is shorter than a degree north, the more so up north.
            yaxis=hidden | {"scaleanchor": "x", "scaleratio": 1 / cos(radians(middle))},
        ),
    }


def _area(shape: Shape) -> Figure:
    """One trace; a gap parts its rings."""
    points = [point for ring in shape.rings for point in (*ring, (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": shape.name,
        "x": [east for east, _north in points[:-1]],
        "y": [north for _east, north in points[:-1]],
        "fill": "toself",
        "fillcolor": shape.color,
        "line": {
            "color": theme.INK if shape.is_chosen else theme.MUTED,
            "width": _CHOSEN_EDGE if shape.is_chosen else _EDGE,
        },
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": shape.text,
    }
