"""The filter bar; what is chosen stands in the address, so it can be sent."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.i18n import gettext as _

ALL = "all"


def choice(
    name: str,
    label: str,
    value: str | None,
    options: Sequence[tuple[str, str]],
    everything: str | None = None,
) -> Component:
    """Return one filter; `name` is its key in the address, `options` code and label.

    `everything` is the text of the choice that leaves the filter out.
    """
    first = [{"value": ALL, "label": everything}] if everything else []
    return dmc.Select(
        id={"type": "filter", "name": name},
        label=label,
        value=value or ALL,
        data=first + [{"value": code, "label": text} for code, text in options],
        allowDeselect=False,
        checkIconPosition="right",
        comboboxProps={"withinPortal": False},
        # A long list scrolls in a box of its own, which the keyboard can reach.
        withScrollArea=False,
        styles={"dropdown": {"maxHeight": 300, "overflowY": "auto"}},
        attributes={"dropdown": {"tabIndex": 0}},
        className="filter",
    )


def filter_bar(choices: Sequence[Component], path: str) -> Component:
    """Return the filters of a page and a link that clears them."""
    return html.Div(
        [
            *choices,
            dcc.Link(_("Clear filters"), href=path, className="clear-filters"),
        ],
        className="filters",
        role="search",
        **aria_label(_("Filters")),
    )
