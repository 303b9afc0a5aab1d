"""One value over the months, with the band of its interval."""

from collections.abc import Sequence

from dashboard import theme
from dashboard.figures.parts import Figure, Series, month_ticks

_HEIGHT = 200


def trend(
    months: Sequence[str], series: Series, *, is_share: bool, prefix: str = ""
) -> Figure:
    """Draw a line over `months`, broken where a month has no value.

    `prefix` stands before the numbers of the axis, such as a currency.
    """
    bounds = [
        _bound(months, series.upper, series.color, "none"),
        _bound(months, series.lower, series.color, "tonexty"),
    ]
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
        "data": [*(bounds if any(series.upper) else []), line],
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


def _bound(
    months: Sequence[str], values: Sequence[float | None], color: str, fill: str
) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(months),
        "y": list(values),
        "line": {"width": 0, "color": color},
        "fill": fill,
        "fillcolor": theme.BANDS[color],
        "hoverinfo": "skip",
    }
