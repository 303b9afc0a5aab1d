"""The charts of the time limits: by month with the norm, and by district."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.month_charts import all_months
from dashboard.charts.noted_chart import noted_chart
from dashboard.charts.values_table import lowest_and_highest, said, values_table
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


@dataclass(frozen=True)
class Sight:
    """What the charts draw: the view, its months by indicator, and its districts."""

    view: View
    months: dict[str, dict[date, Measure]]
    districts: dict[str, Measures]

    def by_district(self, indicator_id: str) -> list[tuple[str, Measure]]:
        """Return the value of every district that has figures, by its name."""
        return [
            (label, self.districts[code].get(indicator_id))
            for code, label in self.view.labels("district").items()
            if code in self.districts
        ]


DAYS = ("days_to_first_attempt", "days_to_first_attempt_p90")


def share_per_month(sight: Sight, indicator_id: str) -> Component:
    """Draw the share that keeps a limit month by month; the norm is every signal."""
    indicator = sight.view.values.indicator(indicator_id)
    months = all_months(sight.months[indicator_id])
    name = _("By month; the dashed line is the norm: all")
    if not months:
        return empty_chart(
            name, formats.state_text(sight.view.values.get(indicator_id))
        )
    series = _series(indicator.label, months, theme.BLUE, "circle", has_ends=True)
    rows = [(formats.month(month), one) for month, one in months.items()]
    return noted_chart(
        f"{indicator_id.replace('_', '-')}-months",
        name,
        figures.month_lines(_labels(months), [series], is_share=True, norm=1.0),
        months=list(months),
        summary=lowest_and_highest(rows),
        table=values_table(_("Month"), rows),
        indicator=indicator,
    )


def days_per_month(sight: Sight, norm: int | None) -> Component:
    """Draw median and 90th percentile of the days, with the norm as a line."""
    months, highest = (all_months(sight.months[name]) for name in DAYS)
    indicator = sight.view.values.indicator(DAYS[0])
    name = _("By month")
    if norm is not None:
        name = _("By month; the dashed line is the norm: %(n)s days") % {"n": norm}
    if not months:
        return empty_chart(name, formats.state_text(sight.view.values.get(DAYS[0])))
    series = [
        _series(_("median"), months, theme.BLUE, "circle"),
        _series(_("nine in ten"), highest, theme.ORANGE, "diamond"),
    ]
    rows = [(formats.month(month), one) for month, one in months.items()]
    body = [
        [
            label,
            formats.headline(one),
            formats.headline(top),
            formats.number(one.denominator),
        ]
        for (label, one), top in zip(rows, highest.values(), strict=True)
    ]
    return noted_chart(
        "first-attempt-months",
        name,
        figures.month_lines(_labels(months), series, norm=norm),
        months=list(months),
        summary=lowest_and_highest(rows),
        table=([_("Month"), _("Median"), _("Nine in ten"), _("Signals")], body),
        indicator=indicator,
    )


def share_per_district(sight: Sight, indicator_id: str) -> Component:
    """Draw the share that keeps a limit for every district, with intervals."""
    indicator = sight.view.values.indicator(indicator_id)
    rows = sight.by_district(indicator_id)
    known = [(name, one) for name, one in rows if one.state == "known"]
    name = _("By district")
    if not known:
        return empty_chart(
            name, formats.state_text(sight.view.values.get(indicator_id))
        )
    series = figures.Series(
        indicator.label,
        [one.value for _name, one in known],
        lower=[one.lower for _name, one in known],
        upper=[one.upper for _name, one in known],
        texts=[f"{name}: {said(one)}" for name, one in known],
    )
    return chart(
        f"{indicator_id.replace('_', '-')}-districts",
        name,
        figures.interval_dots([name for name, _one in known], [series]),
        summary=lowest_and_highest(known),
        table=values_table(_("District"), rows),
        indicator=indicator,
    )


def days_per_district(sight: Sight) -> Component:
    """Draw median and 90th percentile of the days for every district."""
    medians, tops = (sight.by_district(name) for name in DAYS)
    known = [(name, one) for name, one in medians if one.state == "known"]
    name = _("By district")
    if not known:
        return empty_chart(name, formats.state_text(sight.view.values.get(DAYS[0])))
    of_name = dict(tops)
    highest = [of_name[label] for label, _one in known]
    series = [
        _bars(_("median"), [one for _label, one in known], theme.BLUE, ""),
        _bars(_("nine in ten"), highest, theme.SKY, "/"),
    ]
    body = [
        [
            label,
            formats.headline(one),
            formats.headline(of_name[label]),
            formats.number(one.denominator),
        ]
        for label, one in medians
    ]
    return chart(
        "first-attempt-districts",
        name,
        figures.paired_bars([label for label, _one in known], series),
        summary=lowest_and_highest(known),
        table=([_("District"), _("Median"), _("Nine in ten"), _("Signals")], body),
        indicator=sight.view.values.indicator(DAYS[0]),
    )


def _labels(months: dict[date, Measure]) -> list[str]:
    return [formats.month(month, is_short=True) for month in months]


def _series(
    name: str,
    months: dict[date, Measure],
    color: str,
    symbol: str,
    *,
    has_ends: bool = False,
) -> figures.Series:
    return figures.Series(
        name,
        [one.value for one in months.values()],
        color,
        symbol,
        lower=[one.lower for one in months.values()] if has_ends else (),
        upper=[one.upper for one in months.values()] if has_ends else (),
        texts=[f"{formats.month(month)}: {said(one)}" for month, one in months.items()],
    )


def _bars(
    name: str, values: Sequence[Measure], color: str, pattern: str
) -> figures.Series:
    return figures.Series(
        name,
        [one.value for one in values],
        color,
        pattern=pattern,
        texts=[formats.headline(one) for one in values],
    )
