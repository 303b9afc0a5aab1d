"""The charts of plan and actual: the steps, and the products with their hours."""

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.values_table import said
from dashboard.components.chart import Table, chart, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def steps(pilot: str, values: Measures) -> Component | None:
    """Draw the planned and the actual share of the signals at each step."""
    planned = values.categories("plan_planned")
    if not planned:
        return None
    actual = [values.get("plan_actual", step.category) for step in planned]
    indicator = values.indicator("plan_actual")
    name = _("Share of the signals at each step")
    series = [
        _dots(_("Plan"), planned, theme.ORANGE, "diamond-open"),
        _dots(_("Actual"), actual, theme.BLUE, "circle"),
    ]
    return chart(
        f"plan-{pilot}",
        name,
        figures.interval_dots([step.label for step in planned], series),
        summary=_largest_difference(planned, actual),
        table=_step_table(planned, actual),
        indicator=indicator,
    )


def numbers(pilot: str, values: Measures) -> Component:
    """Draw the planned and the actual number of services of every product."""
    return _products(
        f"products-{pilot}",
        _("Services, by product"),
        values,
        ("planned_product_number", "services_by_product"),
    )


def hours(pilot: str, values: Measures) -> Component:
    """Draw the planned and the spent hours of every product."""
    return _products(
        f"hours-{pilot}",
        _("Hours, by product"),
        values,
        ("planned_product_hours", "hours_by_product"),
    )


def _products(
    name: str, title: str, values: Measures, pair: tuple[str, str]
) -> Component:
    """Products in the plan or in what happened, each with both amounts."""
    planned, actual = pair
    rows = [
        (one, values.get(planned, one.category), values.get(actual, one.category))
        for one in _all_products(values, pair)
    ]
    shown = [row for row in rows if row[1].numerator or row[2].numerator]
    indicator = values.indicator(planned)
    if not shown:
        return empty_chart(title, formats.state_text(values.get(planned)), indicator)
    series = [
        _bars(_("Plan"), [row[1] for row in shown], theme.ORANGE, "/"),
        _bars(_("Actual"), [row[2] for row in shown], theme.BLUE, ""),
    ]
    return chart(
        name,
        title,
        figures.paired_bars([row[0].label for row in shown], series),
        summary=_totals([row[1] for row in rows], [row[2] for row in rows]),
        table=_product_table(rows, values),
        indicator=indicator,
    )


def _all_products(values: Measures, pair: tuple[str, str]) -> list[Measure]:
    found = {
        one.category: one for name in reversed(pair) for one in values.categories(name)
    }
    return list(found.values())


def _product_table(
    rows: list[tuple[Measure, Measure, Measure]], values: Measures
) -> Table:
    head = [_("Product"), _("Plan"), _("Actual"), _("Norm, hours each")]
    body = [
        [
            product.label,
            _amount(plan),
            _amount(actual),
            formats.number(values.get("product_norm_hours", product.category).value, 1),
        ]
        for product, plan, actual in rows
    ]
    return head, body


def _amount(measure: Measure) -> str:
    """The number itself; a product that was not planned has none."""
    if measure.state == "known":
        return formats.number(measure.numerator, 1)
    return formats.state_text(measure)


def _totals(planned: list[Measure], actual: list[Measure]) -> str:
    return _("Planned together: %(planned)s; actual: %(actual)s.") % {
        "planned": formats.number(_sum(planned), 1),
        "actual": formats.number(_sum(actual), 1),
    }


def _sum(measures: list[Measure]) -> float:
    return sum(one.numerator or 0 for one in measures)


def _largest_difference(planned: list[Measure], actual: list[Measure]) -> str:
    known = [
        (plan, step)
        for plan, step in zip(planned, actual, strict=True)
        if plan.value is not None and step.value is not None
    ]
    if not known:
        return _("Nothing of what happened is known.")
    plan, step = max(
        known, key=lambda two: abs((two[0].value or 0) - (two[1].value or 0))
    )
    return _("Furthest apart: %(step)s, planned %(plan)s, actual %(actual)s.") % {
        "step": plan.label,
        "plan": said(plan),
        "actual": said(step),
    }


def _step_table(planned: list[Measure], actual: list[Measure]) -> Table:
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
            plan.label,
            formats.fraction(plan),
            formats.headline(plan),
            formats.fraction(step),
            formats.headline(step),
            formats.interval(step) or formats.NOTHING,
        ]
        for plan, step in zip(planned, actual, strict=True)
    ]
    return head, body


def _dots(
    name: str, measures: list[Measure], color: str, symbol: str
) -> figures.Series:
    return figures.Series(
        name,
        [one.value for one in measures],
        color,
        symbol,
        lower=[one.lower for one in measures],
        upper=[one.upper for one in measures],
        texts=[f"{name}: {said(one)}" for one in measures],
    )


def _bars(
    name: str, measures: list[Measure], color: str, pattern: str
) -> figures.Series:
    return figures.Series(
        name,
        [one.numerator for one in measures],
        color,
        pattern=pattern,
        texts=[_amount(one) for one in measures],
    )
