"""Where a value stands among the districts of the region, without ranking them."""

from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from dashboard.components.spark import Dot, strip
from dashboard.model.measures import Measure, Measures
from dashboard.release.view import View
from dashboard.server.context import audience
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.statistics.proportions import Share, difference


@dataclass(frozen=True)
class Region:
    """The values of all districts and of the region, beside those of a view."""

    whole: Measure
    districts: dict[str, Measure] = field(default_factory=dict)
    here: str | None = None


@dataclass(frozen=True)
class Regions:
    """All values of the region of a view; of each indicator there is a `Region`."""

    whole: Measures
    districts: dict[str, Measures]
    here: str | None

    @classmethod
    def of(cls, view: View) -> "Regions":
        """Read the region of a view; who may see some districts only sees none."""
        everywhere = view.selection.with_(district=None)
        if audience().districts is not None:
            return cls(Measures(view.values.catalogue), {}, None)
        whole = view.beside(everywhere) if view.selection.district else view.values
        districts = view.split("district", everywhere)
        return cls(whole, districts, view.selection.district)

    def region(self, indicator_id: str) -> Region:
        """Return the values of one indicator."""
        found = {
            code: values.get(indicator_id) for code, values in self.districts.items()
        }
        return Region(self.whole.get(indicator_id), found, self.here)


def region_strip(measure: Measure, region: Region) -> Component:
    """Draw a value among those of the districts, and say how it compares."""
    found = {
        code: one
        for code, one in region.districts.items()
        if code != "unknown" and one.value is not None
    }
    if len(found) < 2:  # noqa: PLR2004  one district has no region
        return html.Div()
    dots = [
        Dot(code, one.value or 0, code == region.here) for code, one in found.items()
    ]
    text = (
        _compared(measure, region.whole)
        if region.here
        else _spread(list(found.values()))
    )
    # A count of the whole region does not lie among those of its districts.
    middle = region.whole.value if measure.indicator.is_share else None
    return strip(dots, middle, text)


def _spread(measures: list[Measure]) -> str:
    low = min(measures, key=lambda one: one.value or 0)
    high = max(measures, key=lambda one: one.value or 0)
    return _("%(count)s districts: from %(low)s to %(high)s") % {
        "count": len(measures),
        "low": formats.headline(low),
        "high": formats.headline(high),
    }


def _compared(measure: Measure, whole: Measure) -> str:
    region = _("region: %(value)s") % {"value": formats.headline(whole)}
    own, other = _share(measure), _share(whole)
    if own is None or other is None:
        return region
    between = difference(own, other)
    if not between.excludes_zero:
        return _("%(region)s; the difference can be chance") % {"region": region}
    higher, lower = _("%(region)s; here higher"), _("%(region)s; here lower")
    return (higher if between.value > 0 else lower) % {"region": region}


def _share(measure: Measure) -> Share | None:
    if measure.value is None or measure.lower is None or measure.upper is None:
        return None
    return Share(measure.value, measure.lower, measure.upper)
