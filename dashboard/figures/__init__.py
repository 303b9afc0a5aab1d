"""Charts as pure functions: values in, a plotly figure as a plain dict out."""

from dashboard.figures.bars import category_bars, funnel_bars, month_bars
from dashboard.figures.intervals import interval_dots
from dashboard.figures.parts import Part, Series

__all__ = [
    "Part",
    "Series",
    "category_bars",
    "funnel_bars",
    "interval_dots",
    "month_bars",
]
