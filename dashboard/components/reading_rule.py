"""How a chart may be read, and how it may not."""

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import gettext as _


def reading_rule(text: str) -> Component:
    """Return a rule that holds for all of a section, set apart from its figures."""
    return html.P(
        [html.Strong(_("How to read this:")), " ", text],
        className="reading-rule",
        role="note",
    )
