"""All districts around the regional mean, so that chance is not called performance."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.values_table import said
from dashboard.components.attributes import hook
from dashboard.components.chart import chart, empty_chart
from dashboard.figures.parts import Figure
from dashboard.model.measures import Indicator, Measure
from dashboard.release import view_values
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.statistics.funnel_limits import (
    LIMITS,
    Place,
    control_limits,
    place,
)

_STEPS = 80


@dataclass(frozen=True)
class District:
    """A district with its share, and where that lies."""

    name: str
    measure: Measure
    place: Place | None

    @property
    def whole(self) -> int:
        """The number of units that its share is of."""
        return int(self.measure.denominator or 0)


def funnel(view: View, indicator_id: str) -> Component:
    """Draw the share of every district with the limits of chance around the mean."""
    indicator = view.values.indicator(indicator_id)
    region = view.selection.with_(district=None)
    mean = view_values.measures(view.release, region, view.language).get(indicator_id)
    listed = _districts(view, indicator_id, mean)
    drawn = [one for one in listed if one.place is not None]
    name = _("Districts around the regional mean: %(label)s") % {
        "label": indicator.label
    }
    if mean.value is None or not drawn:
        text = formats.state_text(mean) or _("No district has a value that may show.")
        return empty_chart(name, text, indicator)
    summary = in_words(listed, mean)
    return html.Div(
        [
            html.P(summary, className="funnel-words", **hook("mean", mean.value)),
            chart(
                "funnel-plot",
                name,
                _figure(drawn, mean.value, indicator),
                summary=summary,
                table=_table(listed),
                indicator=indicator,
            ),
        ]
    )


def place_words() -> dict[Place, str]:
    """Return where a district can lie, in words."""
    return {
        Place.INSIDE: _("within the limits"),
        Place.BEYOND_INNER: _("beyond the 95% limit"),
        Place.BEYOND_OUTER: _("beyond the 99.8% limit"),
    }


def in_words(listed: Sequence[District], mean: Measure) -> str:
    """Name the districts that lie beyond the limits, and those that are not shown."""
    words = place_words()
    judged = [one for one in listed if one.place is not None]
    inside = [one for one in judged if one.place is Place.INSIDE]
    parts = [
        _(
            "Regional mean %(mean)s. %(inside)s of %(all)s districts lie within the "
            "limits."
        )
        % {"mean": said(mean), "inside": len(inside), "all": len(judged)}
    ]
    for kind in (Place.BEYOND_OUTER, Place.BEYOND_INNER):
        named = [
            f"{one.name} {said(one.measure)}" for one in judged if one.place is kind
        ]
        if named:
            parts.append(
                _("%(where)s: %(names)s.")
                % {"where": words[kind].capitalize(), "names": "; ".join(named)}
            )
    missing = [one.name for one in listed if one.place is None]
    if missing:
        parts.append(_("Without a value: %(names)s.") % {"names": ", ".join(missing)})
    return " ".join(parts)


def _districts(view: View, indicator_id: str, mean: Measure) -> list[District]:
    region = view.selection.with_(district=None)
    found = view.split("district", region)
    labels = view.labels("district")
    return [
        _district(labels[code], found[code].get(indicator_id), mean)
        for code in labels
        if code in found and code != "unknown"
    ]


def _district(name: str, measure: Measure, mean: Measure) -> District:
    if measure.state != "known" or mean.value is None:
        return District(name, measure, None)
    part, whole = int(measure.numerator or 0), int(measure.denominator or 0)
    return District(name, measure, place(part, whole, mean.value))


def _figure(drawn: Sequence[District], mean: float, indicator: Indicator) -> Figure:
    wholes = _wholes(max(one.whole for one in drawn))
    looks = {
        Place.INSIDE: (theme.BLUE, "circle"),
        Place.BEYOND_INNER: (theme.ORANGE, "diamond"),
        Place.BEYOND_OUTER: (theme.PURPLE, "square"),
    }
    words = place_words()
    groups = [
        _places(words[kind], [one for one in drawn if one.place is kind], *look)
        for kind, look in looks.items()
    ]
    return figures.funnel_plot(
        wholes,
        [
            _limit(wholes, mean, coverage, dash)
            for coverage, dash in zip(LIMITS, ("dash", "dot"), strict=True)
        ],
        [group for group in groups if group.wholes],
        mean=mean,
        mean_name=_("Regional mean"),
        axis_title=indicator.denominator,
    )


def _wholes(largest: int) -> list[int]:
    """Numbers of units to draw the limits at: closer where they bend."""
    end = largest * 1.08 + 1
    return sorted(
        {max(1, round(end * (step / _STEPS) ** 2)) for step in range(_STEPS + 1)}
    )


def _limit(
    wholes: Sequence[int], mean: float, coverage: float, dash: str
) -> figures.Limit:
    limits = [control_limits(mean, whole, coverage) for whole in wholes]
    return figures.Limit(
        _("%(percent)s limit") % {"percent": formats.number(coverage * 100, 1) + "%"},
        [one.lower for one in limits],
        [one.upper for one in limits],
        dash,
    )


def _places(
    name: str, drawn: Sequence[District], color: str, symbol: str
) -> figures.Places:
    is_inside = symbol == "circle"
    return figures.Places(
        figures.Series(
            name,
            [one.measure.value for one in drawn],
            color,
            symbol,
            texts=[f"{one.name}: {said(one.measure)}, {name}" for one in drawn],
        ),
        [one.whole for one in drawn],
        ["" if is_inside else one.name for one in drawn],
    )


def _table(listed: Sequence[District]) -> tuple[list[str], list[list[str]]]:
    words = place_words()
    head = [
        _("District"),
        _("Numerator"),
        _("Denominator"),
        _("Value"),
        _("95% interval"),
        _("Place"),
    ]
    body = [
        [
            one.name,
            formats.numerator(one.measure),
            formats.number(one.measure.denominator),
            formats.headline(one.measure),
            formats.interval(one.measure) or formats.NOTHING,
            words[one.place] if one.place else formats.NOTHING,
        ]
        for one in listed
    ]
    return head, body
