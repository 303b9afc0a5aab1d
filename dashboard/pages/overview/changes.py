"""What changed since the period before, and whether that is more than chance."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import hook
from dashboard.components.chart import reading_rule
from dashboard.components.section import section
from dashboard.components.table_in_sight import in_sight
from dashboard.model.measures import Measure
from dashboard.release import dimensions
from dashboard.release.view import View
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.statistics.proportions import Share, difference

INDICATORS = (
    "signals",
    "arrears_mean",
    "attempted_share",
    "reached_share",
    "paid_or_arranged_share",
    "accepted_share",
    "trajectory_share",
    "evictions_executed",
)


def changes(view: View) -> list[Component]:
    """Return the last period beside the one before it; nothing when it is the first."""
    found = view.split(_kind(view), view.selection.with_(period=None))
    periods = last_two(
        [code for code, values in found.items() if values.get("signals").numerator],
        view.selection.period,
    )
    if periods is None:
        return []
    before, now = (found[code] for code in periods)
    rows = [(before.get(name), now.get(name)) for name in INDICATORS]
    names = [dimensions.period_label(code) for code in periods]
    return [
        section(
            "changes",
            _("What changed"),
            _("%(now)s, and before that: %(before)s.")
            % {"now": names[1], "before": names[0]},
            [
                reading_rule(
                    _(
                        "the latest signals have had less time: visits and results of "
                        "the last period still come in."
                    )
                ),
                _table(names, rows),
            ],
        )
    ]


def _kind(view: View) -> str:
    """What the chosen period is, such as a year; a quarter without one."""
    span = view.selection.span
    return span.kind if span else "quarter"


def last_two(codes: Iterable[str], chosen: str | None) -> tuple[str, str] | None:
    """Return the chosen period, else the last, after the one before it."""
    periods = sorted(codes)
    place = periods.index(chosen) if chosen in periods else len(periods) - 1
    return (periods[place - 1], periods[place]) if place > 0 else None


def _table(names: list[str], rows: Sequence[tuple[Measure, Measure]]) -> Component:
    heads = [_("Indicator"), *names, _("Difference")]
    body = [
        html.Tr(
            [
                html.Th(now.indicator.label, scope="row"),
                html.Td(_value(before), **hook("before", before.value)),
                html.Td(_value(now), **hook("now", now.value)),
                html.Td(_difference(before, now)),
            ]
        )
        for before, now in rows
        if "not_delivered" not in (before.state, now.state)
    ]
    return in_sight(
        "changes",
        _("What changed"),
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(body),
        ],
        "changes-table",
    )


def _value(measure: Measure) -> list[Component | str]:
    """A value, and below it the parts that it was made of."""
    value = formats.headline(measure)
    if measure.state != "known" or measure.denominator is None:
        return [value]
    return [value, html.Span(formats.fraction(measure), className="cell-interval")]


def _difference(before: Measure, now: Measure) -> list[Component | str]:
    if before.value is None or now.value is None:
        return [formats.NOTHING]
    if not now.indicator.is_share:
        return [_signed(now.value - before.value, now.indicator.number_format)]
    ends = [(one.value, one.lower, one.upper) for one in (now, before)]
    if any(None in end for end in ends):
        return [formats.NOTHING]
    between = difference(*(Share(*end) for end in ends))  # type: ignore[arg-type]
    points = _("%(points)s points") % {"points": _signed(100 * between.value, "count")}
    verdict = _("more than chance") if between.excludes_zero else _("can be chance")
    return [points, html.Span(verdict, className="cell-interval")]


def _signed(value: float, number_format: str) -> str:
    if number_format == "count":
        value = round(value)
    # What rounds to nothing has no direction either.
    sign = "+" if value > 0 else "−" if value < 0 else ""
    if number_format == "count":
        return sign + formats.number(abs(value))
    return sign + formats.amount(abs(value), number_format)
