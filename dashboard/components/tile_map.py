"""A map on which every district is a tile of the same size, and a link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.attributes import aria_label, hook, marks
from dashboard.i18n import gettext as _
from dashboard.map_queries import Tile
from dashboard.measures import Measure

STEPS = 5
"""The shades of the map, from few to many."""


@dataclass(frozen=True)
class Area:
    """A district on the map: its name, its value, and where a click leads."""

    name: str
    measure: Measure
    href: str
    tile: Tile | None = None
    is_here: bool = False


def tile_map(areas: Sequence[Area], label: str) -> Component:
    """Return the map, with a legend; a district without a tile stands below it."""
    bounds = _bounds(area.measure for area in areas)
    placed = [area for area in areas if area.tile]
    others = [area for area in areas if not area.tile]
    return html.Div(
        [
            html.Ul(
                [_tile(area, bounds) for area in placed],
                className="tile-map",
                **aria_label(label),
            ),
            html.Ul(
                [_tile(area, bounds) for area in others],
                className="tile-map tile-map-others",
                **aria_label(_("Not on the map")),
            )
            if others
            else None,
            _legend(bounds),
        ]
    )


def _bounds(measures: Iterable[Measure]) -> tuple[float, float]:
    known = [one.value for one in measures if one.value is not None]
    return (min(known), max(known)) if known else (0.0, 0.0)


def _shade(measure: Measure, bounds: tuple[float, float]) -> str:
    """The shade of a value, or the look of what has none."""
    if measure.value is None:
        return measure.state
    low, high = bounds
    place = (measure.value - low) / (high - low) if high > low else 0.5
    return str(min(STEPS, 1 + int(place * STEPS)))


def _tile(area: Area, bounds: tuple[float, float]) -> Component:
    link = dcc.Link(
        [
            html.Span(area.name, className="map-name"),
            html.Span(
                formats.headline(area.measure),
                className="map-value",
                **hook("value", area.measure.value),
            ),
        ],
        href=area.href,
        className=f"map-tile map-shade-{_shade(area.measure, bounds)}"
        + (" map-here" if area.is_here else ""),
    )
    place = (
        {"gridRow": area.tile.row, "gridColumn": area.tile.column} if area.tile else {}
    )
    return html.Li(link, style=place, **marks(area.measure))


def _legend(bounds: tuple[float, float]) -> Component:
    low, high = bounds
    shades = [
        html.Span(className=f"map-key map-shade-{step + 1}") for step in range(STEPS)
    ]
    return html.P(
        [
            html.Span(formats.number(low, 1)),
            html.Span(shades, className="map-keys"),
            html.Span(formats.number(high, 1)),
            html.Span(_("More signals can be good news: people are found earlier.")),
        ],
        className="map-legend",
    )
