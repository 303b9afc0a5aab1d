"""Real charts for slides: whoever opens them can change their data and looks."""

from typing import Any

from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.series import _BaseSeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Length, Pt

from dashboard.takeaway.files.plot import Numbers, Plot, Series
from warehouse.exports.spreadsheets import looks_like_formula

Box = tuple[Length, Length, Length, Length]

_KINDS = {
    "rows": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
    "curve": XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS,
}
_DASHES = {
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "dashdot": MSO_LINE.DASH_DOT,
    "longdash": MSO_LINE.LONG_DASH,
}
_MARKERS = (
    XL_MARKER_STYLE.CIRCLE,
    XL_MARKER_STYLE.DIAMOND,
    XL_MARKER_STYLE.SQUARE,
    XL_MARKER_STYLE.TRIANGLE,
    XL_MARKER_STYLE.X,
)


def add_chart(shapes: SlideShapes, plot: Plot, box: Box) -> Chart:
    """Put a chart with the values of `plot` into a box of a slide."""
    data = _curve_data(plot) if plot.kind == "curve" else _label_data(plot)
    frame: Any = shapes.add_chart(_KINDS[plot.kind], *box, data)  # type: ignore[arg-type]
    chart: Chart = frame.chart
    chart.font.size = Pt(11)
    chart.has_title = False
    chart.has_legend = sum(bool(one.name) for one in plot.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        _leave_out_of_legend(chart, plot)
    _axes(chart, plot)
    for place, (made, one) in enumerate(
        zip(chart.plots[0].series, plot.series, strict=True)
    ):
        _look(made, one, plot, place)
        if plot.kind != "curve" and one.upper:
            _add_intervals(made, one)
    return chart


def _format(plot: Plot) -> str:
    return "0%" if plot.is_share else "#,##0.##"


def _label_data(plot: Plot) -> CategoryChartData:
    data = CategoryChartData(number_format=_format(plot))
    data.categories = [_label(plot, place) for place in range(len(plot.labels))]
    for one in plot.series:
        data.add_series(_name(one), one.values)
    return data


def _label(plot: Plot, place: int) -> str:
    note = plot.notes[place] if place < len(plot.notes) else ""
    return _harmless(f"{plot.labels[place]} ({note})" if note else plot.labels[place])


def _name(one: Series) -> str:
    return _harmless(one.name or "–")


def _harmless(text: str) -> str:
    """A text for the workbook in a chart, where it must run nothing.

    An apostrophe would show in the legend: a space in front does as well.
    """
    return f" {text}" if looks_like_formula(text) else text


def _curve_data(plot: Plot) -> XyChartData:
    data = XyChartData(number_format=_format(plot))
    for one in plot.series:
        series = data.add_series(_name(one))
        for x, y in _points(one):
            series.add_data_point(x * _unit(plot), y)
    return data


def _points(one: Series) -> list[tuple[float, float]]:
    """The points of a curve, with the corners of one that goes in steps."""
    found: list[tuple[float, float]] = []
    for x, y in zip(one.places, one.values, strict=True):
        if x is None or y is None:
            continue
        if one.is_step and found:
            found.append((x, found[-1][1]))
        found.append((x, y))
    return found


def _leave_out_of_legend(chart: Chart, plot: Plot) -> None:
    """Hide the series without a name, such as the lower of two limits."""
    for place, one in enumerate(plot.series):
        if not one.name:
            entry = parse_xml(
                f"<c:legendEntry {nsdecls('c')}>"
                f'<c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
            )
            chart.legend._element.find(qn("c:legendPos")).addnext(entry)


def _axes(chart: Chart, plot: Plot) -> None:
    values = chart.value_axis
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = RGBColor(0xE8, 0xED, 0xF0)
    values.format.line.fill.background()
    values.tick_labels.number_format = _format(plot)
    values.tick_labels.number_format_is_linked = False
    if plot.reach:
        values.minimum_scale = max(0.0, plot.reach[0])
        values.maximum_scale = min(1.0, plot.reach[1]) if plot.is_share else None
    if plot.kind == "rows":
        chart.category_axis.reverse_order = True
        # The first label on top, and yet the numbers below.
        chart.category_axis.crosses = XL_AXIS_CROSSES.MAXIMUM
        chart.plots[0].gap_width = 60
    if plot.kind == "curve":
        _places(chart.category_axis, plot)


def _places(axis: ValueAxis, plot: Plot) -> None:
    axis.has_major_gridlines = False
    axis.has_title = bool(plot.axis_title)
    if plot.axis_title:
        axis.axis_title.text_frame.text = plot.axis_title
    axis.tick_labels.number_format = "#,##0"
    axis.tick_labels.number_format_is_linked = False
    if plot.span:
        unit = _unit(plot)
        axis.minimum_scale, axis.maximum_scale = (end * unit for end in plot.span)
    if len(plot.ticks) > 1:
        axis.major_unit = float(plot.ticks[1][1]) - float(plot.ticks[0][1])


def _unit(plot: Plot) -> float:
    """How much of what the axis is numbered in goes into one place of a curve.

    A curve runs over days, and its axis is numbered in months.
    """
    if not plot.ticks or not plot.ticks[-1][0]:
        return 1.0
    place, label = plot.ticks[-1]
    return float(label) / place


def _look(  # the types of python-pptx do not know what a series of a chart has
    made: Any,  # noqa: ANN401
    one: Series,
    plot: Plot,
    place: int,
) -> None:
    color = RGBColor.from_string(one.color.lstrip("#")[:6].upper())
    if plot.kind in ("rows", "columns"):
        made.format.fill.solid()
        made.format.fill.fore_color.rgb = color
        return
    made.smooth = False
    marker = made.marker
    if plot.kind == "lines" or not one.is_line:
        marker.style = _MARKERS[place % len(_MARKERS)]
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = color
    if not one.is_line:
        made.format.line.fill.background()
        return
    made.format.line.color.rgb = color
    made.format.line.width = Pt(2)
    if one.dash in _DASHES:
        made.format.line.dash_style = _DASHES[one.dash]


def _add_intervals(made: _BaseSeries, one: Series) -> None:
    """Add the 95% intervals as error bars; python-pptx knows none, so as XML."""
    bars = parse_xml(
        f"<c:errBars {nsdecls('c')}>"
        '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{_distances(one.values, one.upper)}</c:plus>"
        f"<c:minus>{_distances(one.values, one.lower)}</c:minus>"
        "</c:errBars>"
    )
    # The schema wants the bars before the categories.
    made._element.find(qn("c:cat")).addprevious(bars)


def _distances(values: Numbers, ends: Numbers) -> str:
    """The lengths of error bars, as the numbers of a chart."""
    lengths = [
        0.0 if value is None or end is None else abs(end - value)
        for value, end in zip(values, ends, strict=True)
    ]
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{length!r}</c:v></c:pt>'
        for place, length in enumerate(lengths)
    )
    return f'<c:numLit><c:ptCount val="{len(lengths)}"/>{points}</c:numLit>'
