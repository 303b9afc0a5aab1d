"""The menu by which a chart is taken away as a picture."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.i18n import gettext as _


def take_away(title: str) -> Component:
    """Return the menu of a chart; `assets/pictures.js` makes the pictures."""
    pictures = [
        html.Button(
            words,
            type="button",
            className="chart-menu-item",
            **named("data-picture", kind),
        )
        for kind, words in (
            ("png", _("Picture (PNG)")),
            ("svg", _("Drawing (SVG)")),
        )
    ]
    return html.Details(
        [
            html.Summary(
                "↓",
                className="chart-menu-button",
                **aria_label(_("Take away: %(title)s") % {"title": title}),
            ),
            html.Div(pictures, className="chart-menu-items"),
        ],
        className="chart-menu",
    )
