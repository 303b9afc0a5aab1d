"""Charts as pure functions: values in, a plotly figure as a plain dict out."""

from dashboard.figures.area_map import Shape, area_map
from dashboard.figures.bars import category_bars, funnel_bars, month_bars
from dashboard.figures.flow import Stream, flow
from dashboard.figures.funnel_plot import Limit, Places, funnel_plot
from dashboard.figures.intervals import interval_dots
from dashboard.figures.over_months import mark_months, month_lines
from dashboard.figures.pairs import paired_bars
from dashboard.figures.parts import Part, Series
from dashboard.figures.steps import Curve, step_curves
from dashboard.figures.trend import trend

__all__ = [
    "Curve",
    "Limit",
    "Part",
    "Places",
    "Series",
    "Shape",
    "Stream",
    "area_map",
    "category_bars",
    "flow",
    "funnel_bars",
    "funnel_plot",
    "interval_dots",
    "mark_months",
    "month_bars",
    "month_lines",
    "paired_bars",
    "step_curves",
    "trend",
]
