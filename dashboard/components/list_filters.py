"""The filter bar of the lists of the workspace: choices, and texts that are typed."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.words.i18n import gettext as _


def list_filters(fields: Sequence[Component], path: str) -> Component:
    """Return the filters of a list, and a link that clears them."""
    clear = dcc.Link(_("Clear filters"), href=path, className="clear-filters")
    return html.Div(
        [html.Div(list(fields), className="filter-row"), clear],
        className="filters",
        role="search",
        **aria_label(_("Filters")),
    )


def text_filter(
    name: str, label: str, value: str | None, kind: str = "text"
) -> Component:
    """Return a filter that is typed; it goes to the address when it is left."""
    return dmc.TextInput(
        id={"type": "filter", "name": name},
        label=label,
        value=value or "",
        attributes={"input": {"type": kind}},
        debounce=True,
        className="filter",
    )
