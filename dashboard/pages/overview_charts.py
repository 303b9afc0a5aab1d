"""The charts of the overview: chooses the values and puts them in words."""

from datetime import date

from dash.development.base_component import Component

from dashboard import figures, formats, theme
from dashboard.components.chart import Table, chart, empty_chart
from dashboard.i18n import gettext as _
from dashboard.measures import Measure, Measures

Months = dict[str, dict[date, float]]

RECIDIVISM = [
    "recidivism_signal_3",
    "recidivism_signal_6",
    "recidivism_signal_12",
    "recidivism_bailiff_6",
    "recidivism_bailiff_12",
]


def signals_per_month(values: Measures, months: Months) -> Component:
    """Draw the signals of every month."""
    indicator = values.indicator("signals")
    found = months["signals"]
    name = _("Signals per month")
    if not found:
        return empty_chart(name, _why_empty(values.get("signals")), indicator)
    labels = [formats.month(month, is_short=True) for month in found]
    series = figures.Series(indicator.label.lower(), list(found.values()))
    highest = max(found, key=lambda month: found[month])
    summary = _("%(months)s months; most in %(month)s: %(count)s.") % {
        "months": len(found),
        "month": formats.month(highest),
        "count": formats.number(found[highest]),
    }
    rows = [[formats.month(m), formats.number(n)] for m, n in found.items()]
    return chart(
        "signals-per-month",
        name,
        figures.month_bars(labels, [series]),
        summary=summary,
        table=([_("Month"), indicator.label], rows),
        indicator=indicator,
    )


def funnel(values: Measures) -> Component:
    """Draw the steps from signal to result, each with its own denominator."""
    indicator = values.indicator("funnel")
    steps = values.categories("funnel")
    name = _("From signal to result")
    if not steps:
        return empty_chart(name, formats.state_text(values.get("funnel")), indicator)
    parts = [
        figures.Part(
            step.label,
            step.numerator,
            text=formats.number(step.numerator),
            note=_fraction_and_share(step),
        )
        for step in steps
    ]
    return chart(
        "funnel",
        name,
        figures.funnel_bars(parts),
        summary=_in_words(steps),
        table=_table(steps, _("Step")),
        indicator=indicator,
    )


def shares(values: Measures, indicator_id: str, name: str) -> Component:
    """Draw an indicator that is split into categories, with intervals."""
    indicator = values.indicator(indicator_id)
    found = values.categories(indicator_id)
    known = [item for item in found if item.state == "known"]
    # What never occurred stands in the table; bars are for what did.
    drawn = [item for item in known if item.numerator]
    if not drawn:
        return empty_chart(name, _why_no_bars(values, found, indicator_id), indicator)
    parts = [
        figures.Part(
            item.label,
            item.value,
            text=_fraction_and_share(item),
            note=_fraction_and_share(item),
            lower=item.lower,
            upper=item.upper,
        )
        for item in drawn
    ]
    return chart(
        indicator_id.replace("_", "-"),
        name,
        figures.category_bars(parts),
        summary=_in_words(drawn),
        table=_table(found, indicator.label),
        indicator=indicator,
    )


def evictions_per_month(values: Measures, months: Months) -> Component:
    """Draw the announced evictions of every month: executed and averted."""
    indicator = values.indicator("evictions_announced")
    name = _("Announced evictions per month")
    executed, averted = months["evictions_executed"], months["evictions_averted"]
    found = sorted(set(executed) | set(averted))
    if not found:
        empty = values.get("evictions_announced")
        return empty_chart(name, _why_empty(empty), indicator)
    looks = [
        (_("averted"), averted, theme.SKY, ""),
        (_("executed"), executed, theme.ORANGE, "/"),
    ]
    series = [
        figures.Series(label, [of.get(month) for month in found], color, pattern=shape)
        for label, of, color, shape in looks
    ]
    labels = [formats.month(month, is_short=True) for month in found]
    rows = [
        [formats.month(m), formats.number(averted.get(m)), formats.number(executed[m])]
        for m in found
    ]
    return chart(
        "evictions-per-month",
        name,
        figures.month_bars(labels, series),
        summary=_in_words(
            [values.get("evictions_executed"), values.get("evictions_averted")]
        ),
        table=([_("Month"), _("Averted"), _("Executed")], rows),
        indicator=indicator,
    )


def recidivism(values: Measures) -> Component:
    """Draw who came back within each window, with intervals."""
    found = [values.get(name) for name in RECIDIVISM]
    drawn = [item for item in found if item.state == "known"]
    name = _("Back within the window")
    indicator = values.indicator(RECIDIVISM[1])
    if not drawn:
        return empty_chart(name, formats.state_text(found[0]), indicator)
    series = figures.Series(
        name,
        [item.value for item in drawn],
        lower=[item.lower for item in drawn],
        upper=[item.upper for item in drawn],
        texts=[_fraction_and_share(item) for item in drawn],
    )
    return chart(
        "recidivism",
        name,
        figures.interval_dots([item.indicator.label for item in drawn], [series]),
        summary=_in_words(drawn),
        table=_table(found, _("Window")),
        indicator=indicator,
    )


def _why_empty(measure: Measure) -> str:
    return formats.state_text(measure) or _("No figures per month")


def _why_no_bars(values: Measures, found: list[Measure], indicator_id: str) -> str:
    if any(item.unknown for item in found):
        return _("Unknown")
    first = found[0] if found else values.get(indicator_id)
    return formats.state_text(first) or _("Zero in every category")


def _fraction_and_share(measure: Measure) -> str:
    text = formats.fraction(measure)
    if measure.value is None or not measure.denominator:
        return text
    return f"{text} · {formats.percent(measure.value)}"


def _in_words(measures: list[Measure]) -> str:
    return "; ".join(
        f"{item.label or item.indicator.label}: "
        f"{formats.state_text(item) or _fraction_and_share(item)}"
        for item in measures
    )


def _table(measures: list[Measure], first: str) -> Table:
    head = [
        first,
        _("Numerator"),
        _("Denominator"),
        _("Value"),
        _("95% interval"),
        _("Unknown"),
    ]
    rows = [
        [
            item.label or item.indicator.label,
            formats.number(item.numerator),
            formats.number(item.denominator),
            formats.headline(item),
            formats.interval(item) or formats.NOTHING,
            formats.number(item.unknown),
        ]
        for item in measures
    ]
    return head, rows
