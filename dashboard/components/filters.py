"""The filter bar; what is chosen stands in the address, so it can be sent."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.model.selection import to_search
from dashboard.words.i18n import gettext as _

ALL = "all"

_USUAL = 4


def choice(
    name: str,
    label: str,
    value: str | None,
    options: Sequence[tuple[str, str]],
    everything: str | None = None,
) -> dmc.Select:
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


def filter_bar(choices: Sequence[dmc.Select], path: str) -> Component:
    """Return the filters of a page: the usual ones, the others folded, the active ones.

    `choices` are those of `choice`; the first few stay in sight.
    """
    usual, others = choices[:_USUAL], choices[_USUAL:]
    return html.Div(
        [
            html.Div(list(usual), className="filter-row"),
            _more(others) if others else html.Div(),
            _save(),
            _active(choices, path),
        ],
        className="filters",
        role="search",
        **aria_label(_("Filters")),
    )


def _more(choices: Sequence[dmc.Select]) -> Component:
    """The filters that are used less, with how many of them are active."""
    count = sum(map(_is_active, choices))
    name = _("More filters")
    return html.Details(
        [
            html.Summary(f"{name} ({count})" if count else name),
            html.Div(list(choices), className="filter-row"),
        ],
        id="more-filters",
        className="more-filters",
    )


def _active(choices: Sequence[dmc.Select], path: str) -> Component:
    """A link per active filter that takes it away, and one that clears them all."""
    active = [item for item in choices if _is_active(item)]
    query = {item.id["name"]: item.value for item in choices if item.value != ALL}
    chips = [
        dcc.Link(
            [
                f"{item.label}: {_chosen(item)}",
                html.Span(_("remove"), className="sr-only"),
            ],
            href=path + to_search({**query, item.id["name"]: None}),
            className="chip",
        )
        for item in active
    ]
    clear = dcc.Link(_("Clear filters"), href=path, className="clear-filters")
    return html.Div([*chips, *([clear] if active else [])], className="chips")


def _save() -> Component:
    """The button that opens the dialog in which a view gets a name."""
    return html.Button(
        _("Save view"),
        type="button",
        className="button button-quiet save-view",
        **named("data-opens", "keep-view"),
    )


def _is_active(item: dmc.Select) -> bool:
    """Whether a filter could be left out, and is not."""
    return bool(item.value != ALL and item.data[0]["value"] == ALL)


def _chosen(item: dmc.Select) -> str:
    return next(one["label"] for one in item.data if one["value"] == item.value)
