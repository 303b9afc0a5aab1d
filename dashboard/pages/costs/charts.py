"""The charts of the costs: hours beside the norm, and what was claimed by month."""

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.month_charts import all_months
from dashboard.charts.noted_chart import noted_chart
from dashboard.charts.values_table import lowest_and_highest, said, values_table
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def hours_and_norm(view: View) -> Component:
    """Draw hours spent beside the norm hours of the same services, by product."""
    indicator = view.values.indicator("hours_against_norm_by_product")
    found = view.values.categories("hours_against_norm_by_product")
    known = [one for one in found if one.state == "known"]
    name = _("Hours beside the norm, by product")
    if not known:
        return empty_chart(name, _why_empty(view, found, "hours_against_norm"))
    series = [
        _bars(_("Norm"), [one.denominator for one in known], theme.ORANGE, "/"),
        _bars(_("Spent"), [one.numerator for one in known], theme.BLUE, ""),
    ]
    rows = [(one.label, one) for one in found]
    return chart(
        "hours-and-norm",
        name,
        figures.paired_bars([one.label for one in known], series),
        summary="; ".join(f"{label}: {said(one)}" for label, one in rows) + ".",
        table=values_table(_("Product"), rows),
        indicator=indicator,
    )


def hours_by_product(view: View) -> Component:
    """Draw the hours spent on every product, those without a norm included."""
    indicator = view.values.indicator("hours_by_product")
    found = view.values.categories("hours_by_product")
    drawn = [one for one in found if one.numerator]
    name = _("All hours, by product")
    if not drawn:
        return empty_chart(name, _why_empty(view, found, "service_hours"))
    parts = [
        figures.Part(one.label, one.numerator, text=formats.number(one.numerator, 1))
        for one in drawn
    ]
    rows = [(one.label, one) for one in found]
    return chart(
        "hours-by-product",
        name,
        figures.funnel_bars(parts),
        summary=lowest_and_highest([(one.label, one) for one in drawn]),
        table=values_table(_("Product"), rows),
        indicator=indicator,
    )


def claims_per_month(view: View) -> Component:
    """Draw the amounts claimed in every month."""
    indicator = view.values.indicator("cost_total")
    months = all_months(view.series("cost_total")["cost_total"])
    name = _("Claimed, by month")
    if not months:
        return empty_chart(name, formats.state_text(view.values.get("cost_total")))
    labels = [formats.month(month, is_short=True) for month in months]
    series = figures.Series(
        indicator.label,
        [one.value for one in months.values()],
        texts=[f"{formats.month(m)}: {said(one)}" for m, one in months.items()],
    )
    rows = [(formats.month(month), one) for month, one in months.items()]
    return noted_chart(
        "claims-months",
        name,
        figures.month_lines(
            labels, [series], prefix=formats.tick_prefix(indicator.number_format)
        ),
        months=list(months),
        summary=lowest_and_highest(rows),
        table=values_table(_("Month"), rows),
        indicator=indicator,
    )


def _why_empty(view: View, found: list[Measure], indicator_id: str) -> str:
    first = found[0] if found else view.values.get(indicator_id)
    return formats.state_text(first) or _("Zero in every category")


def _bars(
    name: str, values: list[float | None], color: str, pattern: str
) -> figures.Series:
    texts = [formats.number(value, 1) for value in values]
    return figures.Series(name, values, color, pattern=pattern, texts=texts)
