"""The number card: a value with everything needed to judge it."""

from collections.abc import Iterable, Iterator

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import Attributes, hook, marks, named
from dashboard.components.definition import definition
from dashboard.model.measures import SMALL_DENOMINATOR, Measure
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def cards(measures: Iterable[Measure]) -> Component:
    """Return number cards side by side."""
    return html.Div([number_card(item) for item in measures], className="cards")


def number_card(measure: Measure) -> Component:
    """Return the card of one value, with hooks that tests can read."""
    indicator = measure.indicator
    return html.Div(
        [
            html.Div(
                [
                    html.H3(measure.label or indicator.label, className="card-label"),
                    definition(indicator, measure),
                ],
                className="card-head",
            ),
            html.P(
                formats.headline(measure),
                className="card-value",
                **hook("value", measure.value),
            ),
            html.P(fraction_line(measure), className="card-fraction"),
            interval_line(measure),
            remarks(measure),
        ],
        className=f"card card-{measure.state}",
        **marks(measure),
    )


def fraction_line(measure: Measure) -> list[Component | str]:
    """Return numerator and denominator in words, or why there are none."""
    if measure.state == "not_delivered":
        return [_("No delivery holds this")]
    if measure.state == "hidden":
        return [_("Hidden, so that nobody can be recognised")]
    if measure.state == "unknown":
        return [
            _("Registered for none of %(count)s")
            % {"count": formats.number(measure.unknown)}
        ]
    words = measure.indicator.denominator
    if measure.denominator is None:
        return [measure.indicator.numerator]
    whole = html.Span(
        formats.number(measure.denominator, 1),
        **hook("denominator", measure.denominator),
    )
    if measure.indicator.is_middle:
        return [_("over"), " ", whole, " ", words]
    part = html.Span(formats.numerator(measure), **hook("numerator", measure.numerator))
    return [part, " ", _("of"), " ", whole, " ", words]


def interval_line(measure: Measure) -> Component:
    """Return the 95% interval, drawn and in words; empty without one."""
    if measure.lower is None or measure.upper is None:
        return html.Div()
    text = " ".join([_("95% interval"), formats.interval(measure)])
    start, width = measure.lower * 100, (measure.upper - measure.lower) * 100
    track = html.Div(
        [
            html.Span(
                className="track-range",
                style={"left": f"{start:.1f}%", "width": f"{width:.1f}%"},
            ),
            html.Span(
                className="track-dot",
                style={"left": f"{(measure.value or 0) * 100:.1f}%"},
            ),
        ],
        className="track",
        **named("aria-hidden", "true"),
    )
    ends = html.Span(text, **hook("interval"))
    return html.Div([track, html.P(ends, className="card-interval")])


def remarks(measure: Measure) -> Component:
    """Return what to keep in mind with a value: doubt, provisional, unknown, small."""
    return html.Div(
        [
            html.Span(text, className=f"badge badge-{kind}", **attributes)
            for kind, text, attributes in _marks(measure)
        ],
        className="card-remarks",
    )


def _marks(measure: Measure) -> Iterator[tuple[str, str, Attributes]]:
    """What to keep in mind with a value, as kind, words and hooks."""
    if measure.state == "not_delivered":
        return
    if measure.doubts:
        text = _("doubtful (%(count)s)") % {"count": len(measure.doubts)}
        yield "doubt", text, named("data-remark", "doubtful")
    if measure.is_provisional:
        yield "provisional", _("provisional"), named("data-remark", "provisional")
    if measure.unknown:
        text = _("%(count)s unknown") % {"count": formats.number(measure.unknown)}
        yield "unknown", text, hook("unknown", measure.unknown)
    if measure.is_small:
        text = _("small number (n < %(n)s)") % {"n": SMALL_DENOMINATOR}
        yield "small", text, named("data-remark", "small")
