"""The button beside a number or chart that says what is counted, and how it ran."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.model.measures import Indicator, Measure
from dashboard.words.i18n import gettext as _


def definition(indicator: Indicator, measure: Measure | None = None) -> Component:
    """Return the button that opens the panel of an indicator.

    With `measure`, the panel is about that category and that view; without, about the
    view in the address. `dashboard.shell.panel` fills it when it is asked for.
    """
    about = named("data-about", indicator.indicator_id)
    if measure:
        about |= {"data-category-asked": measure.category, "data-view": measure.view}
    return html.Button(
        "i",
        className="info-button",
        type="button",
        **aria_label(_("Definition of %(label)s") % {"label": indicator.label}),
        **named("aria-haspopup", "dialog"),
        **about,
    )
