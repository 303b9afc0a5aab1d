"""The button beside a number or chart that says what is counted."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.attributes import aria_label, named
from dashboard.i18n import gettext as _
from dashboard.measures import Indicator, Measure


def definition(indicator: Indicator, measure: Measure | None = None) -> Component:
    """Return an info button that opens the definition, with the facts of a value."""
    name = _("Definition of %(label)s") % {"label": indicator.label}
    button = html.Button(
        "i", className="info-button", type="button", **aria_label(name)
    )
    # The focus moves into the panel, so that it is read out when it opens.
    panel = html.Div(
        _facts(indicator, measure),
        role="group",
        tabIndex=-1,
        **aria_label(name),
        **named("data-autofocus", "true"),
    )
    return dmc.Popover(
        [
            dmc.PopoverTarget(button, boxWrapperProps={"className": "info-target"}),
            dmc.PopoverDropdown(panel, className="info-panel"),
        ],
        width=320,
        position="bottom-end",
        withArrow=True,
        shadow="md",
        withinPortal=False,
        # Its roles would land on a box around the button, which may not have them.
        withRoles=False,
        trapFocus=True,
        returnFocus=True,
    )


def _facts(indicator: Indicator, measure: Measure | None) -> list[Component]:
    pairs = [
        (_("Numerator"), indicator.numerator),
        (_("Denominator"), indicator.denominator),
        *(_value_facts(measure) if measure else []),
        (_("Source"), indicator.source),
    ]
    terms = [
        html.Div([html.Dt(term), html.Dd(text)], className="fact")
        for term, text in pairs
        if text
    ]
    return [
        html.Strong(indicator.label),
        html.P(indicator.definition),
        html.Dl(terms, className="facts"),
    ]


def _value_facts(measure: Measure) -> list[tuple[str, str]]:
    return [
        (_("Unknown"), formats.number(measure.unknown)),
        (_("95% interval"), formats.interval(measure)),
        (_("As of"), formats.day(measure.as_of)),
    ]
