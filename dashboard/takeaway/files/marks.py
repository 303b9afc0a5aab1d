"""The marks of a drawing: bars, dots, lines, their intervals, and their keys."""

from collections.abc import Callable, Iterator, Sequence

from reportlab.graphics.shapes import (
    Circle,
    Line,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)
from reportlab.lib.colors import Color, HexColor

from dashboard.takeaway.files.looks import PLAIN
from dashboard.takeaway.files.plot import Plot, Series
from dashboard.takeaway.files.scale import Scale

Along = Callable[[float], float]
Point = tuple[float, float]

_INK = HexColor("#16252f")
_DASHES = {
    "dash": [4, 2],
    "dot": [1, 2],
    "dashdot": [4, 2, 1, 2],
    "longdash": [7, 2],
}
_BAND = 0.16


def key(plot: Plot, series: Series, x: float) -> list[Shape]:
    """Return the mark of a series beside its name."""
    color = HexColor(series.color)
    if plot.kind == "columns" or (plot.kind == "rows" and not plot.is_dots):
        return [Rect(x, 0, 12, 6, fillColor=color, strokeColor=None)]
    if plot.kind == "rows" or not series.is_line:
        return [Circle(x + 6, 2.5, 2.5, fillColor=color, strokeColor=None)]
    line = Line(x, 2.5, x + 14, 2.5, strokeColor=color, strokeWidth=1.4)
    line.strokeDashArray = _DASHES.get(series.dash)
    return [line]


def row(
    plot: Plot, place: int, middle: float, scale: Scale, thick: float
) -> Iterator[Shape]:
    """Draw the values of one label: a bar or dot of every series, from the top down."""
    count = len(plot.series)
    for number, one in enumerate(plot.series):
        y = middle + thick * ((count - 1) / 2 - number)
        value = one.values[place]
        end = scale(value) if value is not None else scale.start
        color = HexColor(one.color)
        if value is not None and plot.is_dots:
            yield Circle(end, y, 2.6, fillColor=color, strokeColor=None)
        elif value is not None:
            size = (scale.start, y - thick * 0.45, end - scale.start, thick * 0.9)
            yield Rect(*size, fillColor=color, strokeColor=None)
        ends = _ends(one, place)
        if ends:
            low, high = map(scale, ends)
            yield Line(low, y, high, y, strokeColor=_INK, strokeWidth=0.8)
            end = max(end, high)
        if place < len(one.texts) and one.texts[place]:
            yield _words(end + 4, y - 2.4, one.texts[place])


def upright(plot: Plot, along: Along, up: Scale) -> Iterator[Shape]:
    """Draw columns, lines or curves."""
    if plot.kind == "columns":
        yield from _columns(plot, along, up)
        return
    for one in plot.series:
        places = one.places if plot.kind == "curve" else range(len(one.values))
        yield from _band(one, places, along, up)
        for run in _runs(one.values, places):
            yield from _line(one, [(along(x), up(y)) for x, y in run])
        if plot.kind == "lines":
            yield from _whiskers(one, along, up)


def _columns(plot: Plot, along: Along, up: Scale) -> Iterator[Shape]:
    thick = 0.65 * (along(1) - along(0))
    for place in range(len(plot.labels)):
        low = 0.0
        for one in plot.series:
            height = one.values[place] or 0
            bottom, top = up(low), up(low + height)
            yield Rect(
                along(place) - thick / 2,
                bottom,
                thick,
                top - bottom,
                fillColor=HexColor(one.color),
                strokeColor=None,
            )
            low += height


def _runs(
    values: Sequence[float | None], places: Sequence[float | None]
) -> Iterator[list[Point]]:
    """The stretches without a gap: what is missing interrupts a line."""
    run: list[Point] = []
    for x, y in zip(places, values, strict=True):
        if x is not None and y is not None:
            run.append((x, y))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _line(one: Series, points: list[Point]) -> Iterator[Shape]:
    color = HexColor(one.color)
    if not one.is_line:
        for (x, y), name in zip(points, one.texts or [""] * len(points), strict=False):
            yield Circle(x, y, 2.6, fillColor=color, strokeColor=None)
            yield _words(x, y + 4, name, anchor="middle")
        return
    drawn = list(_stepped(points)) if one.is_step else points
    if len(drawn) > 1:
        flat = [number for point in drawn for number in point]
        yield PolyLine(
            flat,
            strokeColor=color,
            strokeWidth=1.4,
            strokeDashArray=_DASHES.get(one.dash),
        )
    if not one.places:
        for x, y in points:
            yield Circle(x, y, 1.6, fillColor=color, strokeColor=None)


def _stepped(points: list[Point]) -> Iterator[Point]:
    """The corners of a curve that keeps its value until the next one."""
    for place, (x, y) in enumerate(points):
        if place:
            yield x, points[place - 1][1]
        yield x, y


def _band(
    one: Series, places: Sequence[float | None], along: Along, up: Scale
) -> Iterator[Shape]:
    if not one.places or not one.upper:
        return
    edges = []
    for values in (one.upper, one.lower):
        found = [point for run in _runs(values, places) for point in run]
        edges.append(list(_stepped([(along(x), up(y)) for x, y in found])))
    outline = [number for point in (*edges[0], *reversed(edges[1])) for number in point]
    color = HexColor(one.color)
    light = Color(color.red, color.green, color.blue, alpha=_BAND)
    yield Polygon(outline, fillColor=light, strokeColor=None)


def _whiskers(one: Series, along: Along, up: Scale) -> Iterator[Shape]:
    for place in range(len(one.values)):
        ends = _ends(one, place)
        if ends:
            x, (low, high) = along(place), map(up, ends)
            yield Line(
                x, low, x, high, strokeColor=HexColor(one.color), strokeWidth=0.6
            )


def _ends(one: Series, place: int) -> tuple[float, float] | None:
    """The ends of the interval of a value, None without one."""
    low = one.lower[place] if place < len(one.lower) else None
    high = one.upper[place] if place < len(one.upper) else None
    return None if low is None or high is None else (low, high)


def _words(x: float, y: float, words: str, anchor: str = "start") -> String:
    return String(
        x, y, words, fontName=PLAIN, fontSize=6.5, fillColor=_INK, textAnchor=anchor
    )
