"""The way from signal to result, each step with its own denominator."""

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import in_words, why_empty
from dashboard.charts.values_table import values_table
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def funnel(values: Measures) -> Component:
    """Draw the steps from signal to result, with the parts of each beside it."""
    indicator = values.indicator("funnel")
    steps = values.categories("funnel")
    title = _("From signal to result")
    if not any(step.state == "known" for step in steps):
        first = steps[0] if steps else values.get("funnel")
        return empty_chart(title, why_empty(first), indicator)
    return chart(
        "funnel",
        title,
        figures.funnel_bars([_part(step) for step in steps]),
        summary=in_words(steps),
        table=values_table(_("Step"), [(step.label, step) for step in steps]),
        indicator=indicator,
    )


def _part(step: Measure) -> figures.Part:
    if step.state != "known":
        return figures.Part(step.label, None, formats.state_text(step))
    share = f"{formats.fraction(step)} · {formats.percent(step.value)}"
    return figures.Part(
        step.label, step.numerator, formats.number(step.numerator), share
    )
