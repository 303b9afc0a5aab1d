"""The figure of a page as what it shows: series of values, and what they stand for.

A page draws with plotly, a document and slides draw otherwise. They all draw this, so
that they cannot hold other numbers than the page.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from dashboard.takeaway.files.document import Figure

Kind = Literal["columns", "rows", "lines", "curve"]
Trace = Mapping[str, Any]
Numbers = Sequence[float | None]

_TAGS = re.compile(r"<[^>]+>")
_NOTE = re.compile(r"<br><span[^>]*>(.*)</span>$", re.DOTALL)


@dataclass(frozen=True)
class Series:
    """A named row of values; `places` are numbers along the axis of a curve.

    `lower` and `upper` are the ends of intervals; `texts` stand beside the values.
    """

    name: str
    values: Numbers
    color: str
    places: Numbers = ()
    lower: Numbers = ()
    upper: Numbers = ()
    texts: Sequence[str] = ()
    dash: str = "solid"
    is_line: bool = True
    is_step: bool = False


@dataclass(frozen=True)
class Plot:
    """Bars over or beside labels, lines over labels, or curves over numbers.

    `notes` stand below the labels, `marks` are numbered marks by their label, `norm`
    is a line across; `reach` and `span` are the ends of the axes of values and places.
    """

    kind: Kind
    labels: Sequence[str]
    series: Sequence[Series]
    is_share: bool
    notes: Sequence[str] = ()
    is_stacked: bool = False
    is_dots: bool = False
    reach: tuple[float, float] | None = None
    span: tuple[float, float] | None = None
    ticks: Sequence[tuple[float, str]] = ()
    axis_title: str = ""
    norm: float | None = None
    marks: Mapping[str, str] = field(default_factory=dict)


def read_plot(figure: Figure | None) -> Plot | None:
    """Return what a plotly figure shows; None for one that is no bars and no lines.

    A map is drawn by lines too, but its axes say nothing.
    """
    traces, layout = (figure or {}).get("data", []), (figure or {}).get("layout", {})
    kinds = {trace["type"] for trace in traces}
    is_map = any(trace.get("fill") == "toself" for trace in traces)
    if not traces or is_map or not kinds <= {"bar", "scatter"}:
        return None
    if traces[0].get("orientation") == "h" or "ticktext" in layout["yaxis"]:
        # A line over months has ticks of its own beside an axis of shares.
        is_rows = kinds == {"bar"} or layout["yaxis"].get("ticklabelstandoff")
        if is_rows:
            return _rows(traces, layout)
    if layout["xaxis"].get("type") == "category":
        return _over_labels(traces, layout)
    return _curve(traces, layout)


def plain(text: str) -> str:
    """Return a text of a figure without its markup."""
    return _TAGS.sub("", text.replace("<br>", " "))


def _rows(traces: Sequence[Trace], layout: Figure) -> Plot:
    ticks = layout["yaxis"]["ticktext"]
    notes = [found.group(1) if (found := _NOTE.search(one)) else "" for one in ticks]
    instead = {
        round(one["y"]): plain(one["text"]) for one in layout.get("annotations", [])
    }
    return Plot(
        "rows",
        [plain(_NOTE.sub("", one)) for one in ticks],
        [_row_series(trace, instead) for trace in traces],
        is_share=_is_share(layout["xaxis"]),
        notes=notes,
        is_dots=traces[0]["type"] == "scatter",
        reach=_ends(layout["xaxis"]),
    )


def _row_series(trace: Trace, instead: Mapping[int, str]) -> Series:
    values = trace["x"]
    texts = list(trace.get("text") or [""] * len(values))
    for row, text in instead.items():
        texts[row] = text
    series = Series(plain(trace.get("name", "")), values, _color(trace), texts=texts)
    return _with_interval(series, trace.get("error_x"))


def _over_labels(traces: Sequence[Trace], layout: Figure) -> Plot:
    is_bars = traces[0]["type"] == "bar"
    drawn = [one for one in traces if one.get("line", {}).get("width") != 0]
    across, marks = _across(layout), {}
    for one in layout.get("annotations", []):
        marks[one["x"]] = plain(one["text"])
    labels = layout["xaxis"].get("categoryarray") or drawn[0]["x"]
    return Plot(
        "columns" if is_bars else "lines",
        [plain(one) for one in labels],
        [_over_series(one) for one in drawn],
        is_share=_is_share(layout["yaxis"]),
        is_stacked=is_bars,
        reach=_ends(layout["yaxis"]),
        norm=across,
        marks=marks,
    )


def _over_series(trace: Trace) -> Series:
    series = Series(
        plain(trace.get("name", "")),
        trace["y"],
        _color(trace),
        dash=trace.get("line", {}).get("dash", "solid"),
    )
    return _with_interval(series, trace.get("error_y"))


def _curve(traces: Sequence[Trace], layout: Figure) -> Plot:
    bounds: list[Numbers] = []
    series = []
    for one in traces:
        line = one.get("line", {})
        if line.get("width") == 0:
            bounds.append(one["y"])
            continue
        upper, lower = bounds if len(bounds) == 2 else ((), ())  # noqa: PLR2004  a pair
        bounds = []
        series.append(
            Series(
                plain(one.get("name", "")) if one.get("showlegend", True) else "",
                one["y"],
                _color(one),
                places=one["x"],
                lower=lower,
                upper=upper,
                texts=one.get("text") or (),
                dash=line.get("dash", "solid"),
                is_line="lines" in one.get("mode", "lines"),
                is_step=line.get("shape") == "hv",
            )
        )
    axis = layout["xaxis"]
    ticks = zip(axis.get("tickvals", []), axis.get("ticktext", []), strict=True)
    return Plot(
        "curve",
        [],
        series,
        is_share=_is_share(layout["yaxis"]),
        reach=_ends(layout["yaxis"]),
        span=_ends(axis),
        ticks=[(place, plain(text)) for place, text in ticks],
        axis_title=(axis.get("title") or {}).get("text", ""),
    )


def _with_interval(series: Series, bars: Trace | None) -> Series:
    """The series with the ends of its intervals, from plotly's distances to them."""
    if not bars or not bars.get("visible", True):
        return series
    values, below, above = series.values, bars["arrayminus"], bars["array"]
    return replace(
        series,
        lower=[_sum(one, down, -1) for one, down in zip(values, below, strict=True)],
        upper=[_sum(one, up, 1) for one, up in zip(values, above, strict=True)],
    )


def _sum(value: float | None, distance: float | None, sign: int) -> float | None:
    if value is None or distance is None:
        return None
    return value + sign * distance


def _color(trace: Trace) -> str:
    color = trace.get("marker", {}).get("color") or trace.get("line", {}).get("color")
    # Bars may have a colour each; the first is that of the known ones.
    return str(color[0] if isinstance(color, (list, tuple)) else color)


def _is_share(axis: Figure) -> bool:
    written = [axis.get("tickformat", ""), *axis.get("ticktext", ())]
    return any("%" in one for one in written)


def _ends(axis: Figure) -> tuple[float, float] | None:
    ends = axis.get("range")
    if not ends:
        return None
    return float(min(ends)), float(max(ends))


def _across(layout: Figure) -> float | None:
    found = [
        one["y0"] for one in layout.get("shapes", []) if one.get("xref") == "paper"
    ]
    return found[0] if found else None
