"""The charts of the conferences: counts first, because there are so few."""

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.values_table import said, values_table
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def funnel(values: Measures, *, has_target: bool) -> Component:
    """Draw the target where there was one, and what came of the conferences started."""
    started = values.get("conferences_started")
    target = [(_("planned"), values.get("conferences_target"))] if has_target else []
    steps = [
        *target,
        (_("started"), started),
        *((one.label, one) for one in values.categories("conference_outcome")),
    ]
    parts = [
        figures.Part(name, one.numerator, text=_count(one), note=_share_of_started(one))
        for name, one in steps
    ]
    return chart(
        "conference-funnel",
        _("From plan to conference"),
        figures.funnel_bars(parts),
        summary="; ".join(f"{name}: {said(one)}" for name, one in steps) + ".",
        table=values_table(_("Step"), steps),
        indicator=values.indicator("conference_outcome"),
    )


def counted(values: Measures, indicator_id: str, name: str) -> Component:
    """Draw in how many conferences each category occurred."""
    indicator = values.indicator(indicator_id)
    found = values.categories(indicator_id)
    drawn = [one for one in found if one.numerator]
    if not drawn:
        first = found[0] if found else values.get(indicator_id)
        text = formats.state_text(first) or _("Zero in every category")
        return empty_chart(name, text, indicator)
    parts = [
        figures.Part(
            one.label,
            one.numerator,
            text=formats.fraction(one),
            state="unknown" if one.category == "unknown" else "known",
        )
        for one in sorted(drawn, key=lambda one: -(one.numerator or 0))
    ]
    return chart(
        indicator_id.replace("_", "-"),
        name,
        figures.funnel_bars(parts),
        summary="; ".join(f"{one.label}: {said(one)}" for one in drawn) + ".",
        table=values_table(indicator.label, [(one.label, one) for one in found]),
        indicator=indicator,
    )


def _count(measure: Measure) -> str:
    if measure.state != "known":
        return formats.state_text(measure)
    return formats.number(measure.numerator)


def _share_of_started(measure: Measure) -> str:
    if not measure.indicator.is_share:
        return ""
    if measure.state != "known":
        return formats.state_text(measure)
    return f"{formats.fraction(measure)} · {formats.percent(measure.value)}"
