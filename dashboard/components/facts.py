"""What is known about a value, as a list of terms: shown in its panel."""

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.catalogue_words import sources
from dashboard.i18n import gettext as _
from dashboard.measures import Indicator, Measure


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
