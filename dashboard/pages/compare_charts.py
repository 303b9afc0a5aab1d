"""The charts of the comparison: shares side by side, and plan beside actual."""

from dash.development.base_component import Component

from dashboard import figures, formats, theme
from dashboard.components.chart import Table, chart
from dashboard.i18n import gettext as _
from dashboard.measures import Measure, Measures


def share_intervals(
    sides: list[Measures], heads: list[str], indicator_ids: list[str]
) -> Component:
    """Draw the shares that either side knows, each with its interval."""
    shown = [
        name
        for name in indicator_ids
        if any(side.get(name).state == "known" for side in sides)
    ]
    looks = [(theme.BLUE, "circle"), (theme.ORANGE, "diamond")]
    series = [
        _series(head, [side.get(name) for name in shown], *look)
        for side, head, look in zip(sides, heads, looks, strict=True)
    ]
    labels = [sides[0].indicator(name).label for name in shown]
    return chart(
        "compare",
        _("Shares with their 95% intervals"),
        figures.interval_dots(labels, series),
        summary=_("All values stand in the table below."),
        table=(
            [_("Indicator"), *heads],
            [
                [label, *(_cell_text(side.get(name)) for side in sides)]
                for label, name in zip(labels, shown, strict=True)
            ],
        ),
    )


def plan_and_actual(pilot: str, side: Measures) -> Component:
    """Draw what a pilot planned at each step beside what happened."""
    actual = side.categories("plan_actual")
    planned = [side.get("plan_planned", step.category) for step in actual]
    series = [
        _series(_("Plan"), planned, theme.ORANGE, "diamond-open"),
        _series(_("Actual"), actual, theme.BLUE, "circle"),
    ]
    return chart(
        f"plan-{pilot}",
        _("Share of the signals at each step"),
        figures.interval_dots([step.label for step in actual], series),
        summary=_("All values stand in the table below."),
        table=_plan_table(planned, actual),
        indicator=side.indicator("plan_actual"),
    )


def _plan_table(planned: list[Measure], actual: list[Measure]) -> Table:
    head = [
        _("Step"),
        _("Plan"),
        _("Plan, share"),
        _("Actual"),
        _("Actual, share"),
        _("95% interval"),
    ]
    body = [
        [
            step.label,
            formats.fraction(plan),
            formats.headline(plan),
            formats.fraction(step),
            formats.headline(step),
            formats.interval(step) or formats.NOTHING,
        ]
        for step, plan in zip(actual, planned, strict=True)
    ]
    return head, body


def _series(
    name: str, measures: list[Measure], color: str, symbol: str
) -> figures.Series:
    return figures.Series(
        name,
        [item.value for item in measures],
        color,
        symbol,
        lower=[item.lower for item in measures],
        upper=[item.upper for item in measures],
        texts=[f"{name}: {_cell_text(item)}" for item in measures],
    )


def _cell_text(measure: Measure) -> str:
    if measure.state != "known":
        return formats.state_text(measure)
    parts = [formats.headline(measure)]
    if measure.denominator is not None:
        parts.append(f"({formats.fraction(measure)})")
    return " ".join(parts)
