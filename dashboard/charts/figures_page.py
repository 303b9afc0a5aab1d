"""What every page of figures has in common: heading, filters, and the empty state."""

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType

from dash import html
from dash.development.base_component import Component

from dashboard.charts import remarks
from dashboard.charts.noted_chart import show_notes_of
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import message, page_head
from dashboard.model.selection import GROUPS, KEYS
from dashboard.release import dimensions
from dashboard.release.view import View, describe, read_view
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words.i18n import gettext as _

ALL = ("period", *(name for name in KEYS if name != "period"))
"""Every filter, in the order of the filter bar."""


Build = Callable[[View], list[Component]]


def figures_page(
    release: Release,
    query: Mapping[str, str],
    module: ModuleType,
    build: Build,
    *,
    filters: Sequence[str] = ALL,
) -> Page:
    """Return the page of `module`, whose content `build` makes of a `View`.

    `filters` are the keys that the page offers; the others are left out of its view.
    """
    keys = {*filters, "year"} if "period" in filters else {*filters}
    view = read_view(release, {key: query[key] for key in query if key in keys})
    show_notes_of(view.selection)
    values = view.values
    content = [
        page_head(module.title(), describe(view), values.as_of),
        standard_filters(view, module.PATH, filters),
        *_one_group(view, filters),
        *_remarks(view),
        *(build(view) if values.values else [_nothing()]),
    ]
    return Page(module.title(), content, view.selection.search)


def _one_group(view: View, filters: Sequence[str]) -> list[Component]:
    """Say why groups cannot be combined, to who has chosen one and may not."""
    can_combine = len([name for name in GROUPS if name in filters]) > 1
    if not (view.options.one_group and view.selection.groups and can_combine):
        return []
    return [
        html.P(
            _(
                "You see one group at a time, by year: several groups together, or "
                "a group by month, would show numbers so small that they are about "
                "persons. Clear this group to choose another."
            ),
            className="filter-note",
        )
    ]


def _remarks(view: View) -> list[Component]:
    """What the chosen district says of its figures, where it says anything."""
    names = view.labels("district")
    said = remarks.beside_figures(view.release, view.selection, names)
    return [] if said is None else [said]


def standard_filters(view: View, path: str, filters: Sequence[str]) -> Component:
    """Return the filter bar with what the visitor may choose."""
    return filter_bar(standard_choices(view, filters), path)


def standard_choices(view: View, filters: Sequence[str]) -> list[Component]:
    """Return the filters themselves, for a bar that has others beside them."""
    titles, everything = dimensions.titles(), dimensions.everything()
    return [
        choice(
            name,
            titles[name],
            getattr(view.selection, name),
            _choices(view, name),
            None if _is_needed(view, name) else everything[name],
        )
        for name in filters
        if getattr(view.options, name)
    ]


def _choices(view: View, name: str) -> list[tuple[str, str]]:
    """The codes of a filter and their labels, in the order of its list."""
    labels, codes = view.labels(name), getattr(view.options, name)
    listed = [code for code in labels if code in codes]
    return [(code, labels.get(code, code)) for code in dict.fromkeys([*listed, *codes])]


def _is_needed(view: View, name: str) -> bool:
    return name == "district" and view.options.needs_district


def _nothing() -> Component:
    return message(
        _("No figures for this choice"),
        _(
            "No delivery in this release holds signals for this combination. "
            "Choose another district, pilot or period."
        ),
    )
