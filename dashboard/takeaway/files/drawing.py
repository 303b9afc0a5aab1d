"""Draws a plot with lines and letters of a document, so that it prints sharply."""

from collections.abc import Callable, Iterator, Sequence

from reportlab.graphics.shapes import Drawing, Group, Line, Shape, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from dashboard.takeaway.files import marks
from dashboard.takeaway.files.looks import BOLD, PLAIN
from dashboard.takeaway.files.plot import Plot
from dashboard.takeaway.files.scale import Scale, tick_text, value_scale

INK, MUTED, GRID = HexColor("#16252f"), HexColor("#4b5b66"), HexColor("#e8edf0")

_SMALL, _TINY = 7.0, 6.0
_LABEL_SHARE, _ROW, _BAR = 0.38, 22.0, 9.0
_HEIGHT, _LEFT, _RIGHT, _BELOW = 150.0, 34.0, 8.0, 24.0
_LEGEND_ROW = 11.0
_MOST_LABELS = 8


def draw(plot: Plot, width: float, language: str) -> Drawing:
    """Return a drawing of this width in points; its height follows from the plot."""
    legend = _legend(plot, width)
    top = _LEGEND_ROW * len(legend) + 4
    make = _rows if plot.kind == "rows" else _upright
    height = (
        _ROW * len(plot.labels) + _BELOW if plot.kind == "rows" else _HEIGHT + _BELOW
    )
    drawing = Drawing(width, height + top)
    for place, row in enumerate(legend):
        for shape in row:
            shape.translate(0, height + top - _LEGEND_ROW * (place + 1))
            drawing.add(shape)
    for shape in make(plot, width, height, language):
        drawing.add(shape)
    return drawing


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = _SMALL,
    color: Color = INK,
    anchor: str = "start",
    font: str = PLAIN,
) -> String:
    """Return letters at a place."""
    return String(
        x, y, words, fontName=font, fontSize=size, fillColor=color, textAnchor=anchor
    )


def _legend(plot: Plot, width: float) -> list[list[Group]]:
    """The names of the series with their marks, in rows that fit; none for one."""
    named = [one for one in plot.series if one.name]
    rows: list[list[Group]] = [[]]
    x = 0.0
    for one in named if len(named) > 1 else []:
        needed = 26 + stringWidth(one.name, PLAIN, _SMALL)
        if x and x + needed > width:
            rows.append([])
            x = 0.0
        group = Group(*marks.key(plot, one, x), text(x + 18, 0, one.name))
        rows[-1].append(group)
        x += needed
    return rows if rows[0] else []


def _rows(plot: Plot, width: float, height: float, language: str) -> Iterator[Shape]:
    """Bars or dots from the left, each beside its label."""
    left = width * _LABEL_SHARE
    scale = value_scale(plot, left, width - left - 60)
    yield from _grid_lines(scale, _BELOW - 8, height, plot, language)
    for row, label in enumerate(plot.labels):
        middle = height - _ROW * (row + 0.5)
        note = plot.notes[row] if row < len(plot.notes) else ""
        yield from _label(label, note, middle, left - 6)
        yield from marks.row(plot, row, middle, scale, min(_BAR, 14 / len(plot.series)))


def _label(label: str, note: str, middle: float, width: float) -> Iterator[Shape]:
    lines = simpleSplit(label, PLAIN, _SMALL, width)[:2]
    found = [(line, _SMALL, INK) for line in lines]
    if note:
        found = [*found[:2], (note, _TINY, MUTED)]
    top = middle + 3.6 * len(found) - 6
    for place, (words, size, color) in enumerate(found):
        yield text(
            width, top - 7.2 * place, words, size=size, color=color, anchor="end"
        )


def _grid_lines(
    scale: Scale, low: float, high: float, plot: Plot, language: str
) -> Iterator[Shape]:
    for tick in scale.ticks():
        x = scale(tick)
        yield Line(x, low, x, high, strokeColor=GRID, strokeWidth=0.6)
        words = tick_text(tick, language, is_share=plot.is_share)
        yield text(x, low - 9, words, size=_TINY, color=MUTED, anchor="middle")


def _upright(plot: Plot, width: float, height: float, language: str) -> Iterator[Shape]:
    """Columns, lines or curves above an axis."""
    up = value_scale(plot, _BELOW, height - _BELOW - 12)
    inner = width - _LEFT - _RIGHT
    for tick in up.ticks():
        y = up(tick)
        yield Line(_LEFT, y, width - _RIGHT, y, strokeColor=GRID, strokeWidth=0.6)
        words = tick_text(tick, language, is_share=plot.is_share)
        yield text(_LEFT - 4, y - 2, words, size=_TINY, color=MUTED, anchor="end")
    along = _along(plot, inner)
    yield from _names(plot, along, width)
    yield from marks.upright(plot, along, up)
    if plot.norm is not None:
        y = up(plot.norm)
        yield Line(_LEFT, y, width - _RIGHT, y, strokeColor=INK, strokeDashArray=[3, 2])
    for label, number in plot.marks.items():
        if label in plot.labels:
            x = along(plot.labels.index(label))
            yield Line(
                x, _BELOW, x, height - 12, strokeColor=MUTED, strokeDashArray=[1, 2]
            )
            yield text(x, height - 9, number, anchor="middle", font=BOLD)


def _along(plot: Plot, inner: float) -> Callable[[float], float]:
    if plot.kind == "curve":
        places = [x for one in plot.series for x in one.places if x is not None]
        low, high = plot.span or (0.0, max(places, default=1.0))
        return Scale(low, high, _LEFT, inner)
    step = inner / max(1, len(plot.labels))
    return lambda place: _LEFT + step * (place + 0.5)


def _names(
    plot: Plot, along: Callable[[float], float], width: float
) -> Iterator[Shape]:
    """The labels below the axis: all of them where there is room."""
    step = max(1, -(-len(plot.labels) // _MOST_LABELS))
    shown: Sequence[tuple[float, str]] = [
        (place, label) for place, label in enumerate(plot.labels) if not place % step
    ]
    if plot.kind == "curve":
        shown = plot.ticks or _round_places(along)
        yield text(
            width / 2, 1, plot.axis_title, size=_TINY, color=MUTED, anchor="middle"
        )
    for place, label in shown:
        x = along(place)
        yield text(x, _BELOW - 9, label, size=_TINY, color=MUTED, anchor="middle")


def _round_places(along: Callable[[float], float]) -> Sequence[tuple[float, str]]:
    ticks = along.ticks() if isinstance(along, Scale) else []
    return [(one, f"{one:g}") for one in ticks]
