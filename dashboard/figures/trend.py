"""One value over the months, with the band of its interval."""

from collections.abc import Sequence

from dashboard.figures.parts import Figure, Series, month_ticks
from dashboard.server import theme

_HEIGHT = 200


def trend(
    months: Sequence[str], series: Series, *, is_share: bool, prefix: str = ""
) -> Figure:
    """Draw a line over `months`, broken where a month has no value.

    `prefix` stands before the numbers of the axis, such as a currency.
    """
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(months),
        "y": list(series.values),
        "line": {"color": series.color, "width": 2},
        "marker": {"color": series.color, "size": 6},
        "customdata": list(series.texts),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return {
        "data": [*_bands(months, series), line],
        "layout": theme.layout(
            height=_HEIGHT,
            xaxis=theme.axis(type="category", showgrid=False, **month_ticks(months)),
            yaxis=theme.axis(
                rangemode="tozero",
                tickformat=".0%" if is_share else ",",
                tickprefix=prefix,
                nticks=5,
            ),
        ),
    }


def _bands(months: Sequence[str], series: Series) -> list[Figure]:
    """The interval as a band around the line, one for every run of months in a row."""
    runs: list[list[tuple[str, float, float]]] = [[]]
    for month, low, high in zip(months, series.lower, series.upper, strict=True):
        if low is None or high is None:
            runs.append([])
        else:
            runs[-1].append((month, low, high))
    return [_band(run, series.color) for run in runs if run]


def _band(run: Sequence[tuple[str, float, float]], color: str) -> Figure:
    """Along the upper ends, and back along the lower ones."""
    months = [month for month, _low, _high in run]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*months, *reversed(months)],
        "y": [*(one[2] for one in run), *(one[1] for one in reversed(run))],
        "line": {"width": 0, "color": color},
        "fill": "toself",
        "fillcolor": theme.BANDS[color],
        "hoverinfo": "skip",
    }
