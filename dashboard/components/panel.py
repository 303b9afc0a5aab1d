"""The panel behind a number: definition, trend, and the table of its months."""

from collections.abc import Mapping
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.components.attributes import aria_label
from dashboard.components.chart import Table, chart, empty_chart
from dashboard.model.measures import Indicator, Measure
from dashboard.model.periods import months_between
from dashboard.words import formats
from dashboard.words.catalogue_words import sources
from dashboard.words.i18n import gettext as _

Months = Mapping[date, Measure]


def dialog(name: str, label: str, content: Component) -> Component:
    """Return a dialog that `client.js` opens; the browser keeps the focus in it."""
    return html.Dialog(
        [
            html.Button(
                "×", className="dialog-close", type="button", **aria_label(_("Close"))
            ),
            content,
        ],
        id=name,
        className="dialog",
        **aria_label(label),
    )


def panel(measure: Measure, months: Months, view: str) -> list[Component]:
    """Return all about one value; `view` says in words what was selected."""
    indicator = measure.indicator
    return [
        html.H2(measure.label or indicator.label, id="panel-title", tabIndex=-1),
        html.P(view, className="panel-view"),
        html.P(indicator.definition),
        *_warnings(measure),
        facts(indicator, measure),
        _trend(measure, months),
    ]


def _warnings(measure: Measure) -> list[Component]:
    found = [
        html.Li(
            _("%(meaning)s (%(violating)s of %(assessed)s)")
            % {
                "meaning": doubt.meaning,
                "violating": formats.number(doubt.violating),
                "assessed": formats.number(doubt.assessed),
            }
        )
        for doubt in measure.doubts
    ]
    if not found:
        return []
    title = html.P(_("This number is doubtful"), className="panel-warning-title")
    return [html.Div([title, html.Ul(found)], className="panel-warning")]


def _trend(measure: Measure, months: Months) -> Component:
    title = _("By month")
    known = {month: one for month, one in months.items() if one.state == "known"}
    if not known:
        text = formats.state_text(measure) or _("No figures per month")
        return empty_chart(title, text)
    first, last = min(known), max(known)
    summary = _("From %(first)s in %(start)s to %(last)s in %(end)s.") % {
        "first": formats.headline(known[first]),
        "start": formats.month(first),
        "last": formats.headline(known[last]),
        "end": formats.month(last),
    }
    # A month of which there is no value leaves a gap, as in every other chart.
    whole = months_between(min(months), max(months))
    nothing = Measure(measure.indicator, is_delivered=False)
    values = [months.get(month, nothing) for month in whole]
    drawn = figures.trend(
        [formats.month(month, is_short=True) for month in whole],
        figures.Series(
            measure.indicator.label,
            [one.value for one in values],
            lower=[one.lower for one in values],
            upper=[one.upper for one in values],
            texts=[_month_text(*pair) for pair in zip(whole, values, strict=True)],
        ),
        is_share=measure.indicator.is_share,
        prefix=formats.tick_prefix(measure.indicator.number_format),
    )
    return chart(
        "panel-trend", title, drawn, summary=summary, table=_table(months), is_open=True
    )


def _month_text(month: date, measure: Measure) -> str:
    return f"{formats.month(month)}: {formats.headline(measure)}"


def _table(months: Months) -> Table:
    head = [
        _("Month"),
        _("Value"),
        _("Numerator"),
        _("Denominator"),
        _("95% interval"),
        _("Unknown"),
    ]
    body = [
        [
            formats.month(month, is_short=True),
            formats.headline(one),
            formats.numerator(one) if one.state == "known" else formats.NOTHING,
            formats.number(one.denominator, 1),
            formats.interval(one) or formats.NOTHING,
            formats.number(one.unknown),
        ]
        for month, one in months.items()
    ]
    return head, body


def facts(indicator: Indicator, measure: Measure | None = None) -> Component:
    """Return what an indicator counts, and what is known of one value of it."""
    pairs = [
        (_("Counts"), unit_text(indicator)),
        (_("Numerator"), indicator.numerator),
        (_("Denominator"), indicator.denominator),
        *(_value_facts(measure) if measure else []),
        (_("Source"), sources().get(indicator.source, indicator.source)),
    ]
    return html.Dl(
        [
            html.Div([html.Dt(term), html.Dd(text)], className="fact")
            for term, text in pairs
            if text
        ],
        className="facts",
    )


def unit_text(indicator: Indicator) -> str:
    """Name what an indicator counts."""
    return {
        "signal": _("signals"),
        "household": _("households"),
        "service": _("services"),
        "conference": _("conferences"),
        "attempt": _("attempts"),
        "eviction": _("evictions"),
        "claim": _("claims"),
        "field": _("filled fields"),
        "delivery": _("deliveries"),
    }.get(indicator.unit, indicator.unit)


def _value_facts(measure: Measure) -> list[tuple[str, str]]:
    is_shown = measure.state in ("known", "unknown")
    return [
        (_("Value"), formats.headline(measure)),
        (_("Parts"), formats.fraction(measure) if measure.denominator else ""),
        (_("Unknown"), formats.number(measure.unknown) if is_shown else ""),
        (_("95% interval"), formats.interval(measure)),
        (_("As of"), formats.day(measure.as_of) if measure.as_of else ""),
        (_("Release"), measure.release),
    ]
