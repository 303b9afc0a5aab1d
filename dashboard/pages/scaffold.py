"""What every page of figures has in common: heading, filters, and the empty state."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import ModuleType

from dash import html
from dash.development.base_component import Component

from dashboard import dimensions, remarks, views
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import message, page_head
from dashboard.i18n import gettext as _
from dashboard.i18n import language
from dashboard.measures import Measure, Measures
from dashboard.notes import show_notes_of
from dashboard.pages.page import Page
from dashboard.selection import GROUPS, KEYS, Options, Selection
from dashboard.store import Release

ALL = ("period", *(name for name in KEYS if name != "period"))
"""Every filter, in the order of the filter bar."""


@dataclass(frozen=True)
class View:
    """All that a page of figures may show: the release, seen as was selected."""

    release: Release
    selection: Selection
    options: Options
    language: str

    @cached_property
    def values(self) -> Measures:
        """The values of the selection."""
        return views.measures(self.release, self.selection, self.language)

    def beside(self, selection: Selection) -> Measures:
        """Return the values of another selection, such as the period before."""
        return views.measures(self.release, selection, self.language)

    def labels(self, dimension: str) -> dict[str, str]:
        """Return the label of every code of a dimension, in the order of its list."""
        return views.labels(self.release, dimension, self.language)

    def series(self, *indicator_ids: str) -> dict[str, dict[date, Measure]]:
        """Return the monthly values of indicators within the selection."""
        return views.series(
            self.release, self.selection, list(indicator_ids), self.language
        )

    def split(
        self, dimension: str, selection: Selection | None = None
    ) -> dict[str, Measures]:
        """Return the values for every code of a dimension, within the selection."""
        chosen = selection or self.selection
        return views.split(self.release, chosen, dimension, self.language)

    def is_prepared(self, dimension: str) -> bool:
        """Whether a split has been prepared: one group of households, and no more.

        Others are added up from single records, which takes seconds on a large region.
        """
        return not {*self.selection.groups} - {dimension}


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


def read_view(release: Release, query: Mapping[str, str]) -> View:
    """Return the view that an address asks for, as far as the visitor may see it."""
    options = views.options(release)
    selection = Selection.from_query(query, options)
    return View(release, selection, options, language())


def describe(view: View) -> str:
    """Say in words what is shown: always which pilots, districts and period."""
    everything = dimensions.everything()
    shown = ("pilot", "district", "period", *view.selection.groups)
    parts = []
    for name in shown:
        code = getattr(view.selection, name)
        parts.append(view.labels(name).get(code, code) if code else everything[name])
    return " · ".join(parts)


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
