"""The view that an address asks for: a release, seen as was selected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.model.measures import Measure, Measures
from dashboard.model.selection import Options, Selection
from dashboard.release import dimensions, view_values
from dashboard.server.release_store import Release
from dashboard.words.i18n import language


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
        return view_values.measures(self.release, self.selection, self.language)

    def beside(self, selection: Selection) -> Measures:
        """Return the values of another selection, such as the period before."""
        return view_values.measures(self.release, selection, self.language)

    def labels(self, dimension: str) -> dict[str, str]:
        """Return the label of every code of a dimension, in the order of its list."""
        return view_values.labels(self.release, dimension, self.language)

    def series(self, *indicator_ids: str) -> dict[str, dict[date, Measure]]:
        """Return the monthly values of indicators within the selection."""
        return view_values.series(
            self.release, self.selection, list(indicator_ids), self.language
        )

    def split(
        self, dimension: str, selection: Selection | None = None
    ) -> dict[str, Measures]:
        """Return the values for every code of a dimension, within the selection."""
        chosen = selection or self.selection
        return view_values.split(self.release, chosen, dimension, self.language)

    def is_prepared(self, dimension: str) -> bool:
        """Whether a split has been prepared: one group of households, and no more.

        Others are added up from single records, which takes seconds on a large region.
        """
        return not {*self.selection.groups} - {dimension}


def read_view(release: Release, query: Mapping[str, str]) -> View:
    """Return the view that an address asks for, as far as the visitor may see it."""
    options = view_values.options(release)
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
