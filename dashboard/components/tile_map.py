"""A map on which every district is a tile of the same size, and a link."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, hook, marks
from dashboard.model.measures import Measure
from dashboard.release.tile_queries import Tile
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

STEPS = 5
"""The shades of the map, from few to many."""


@dataclass(frozen=True)
class Area:
    """A district on the map: its name, its value, and where a click leads."""

    code: str
    name: str
    measure: Measure
    href: str
    is_here: bool = False


def tile_map(areas: Sequence[Area], tiles: Mapping[str, Tile], label: str) -> Component:
    """Return the map, with a legend; a district without a tile stands below it."""
    bounds = bounds_of(areas)
    placed = [area for area in areas if area.code in tiles]
    others = [area for area in areas if area.code not in tiles]
    return html.Div(
        [
            html.Ul(
                [_tile(area, bounds, tiles[area.code]) for area in placed],
                className="tile-map",
                **aria_label(label),
            ),
            _row_of_tiles(others, bounds, _("Not on the map")) if others else None,
            _legend(bounds),
        ]
    )


def tile_list(areas: Sequence[Area], label: str) -> Component:
    """Return the districts as tiles in a row, which a map stands beside, and a legend.

    They lead to a district by keyboard, and give its number without a pointer.
    """
    bounds = bounds_of(areas)
    return html.Div([_row_of_tiles(areas, bounds, label), _legend(bounds)])


def bounds_of(areas: Iterable[Area]) -> tuple[float, float]:
    """Return the lowest and the highest known value; zeros when there is none."""
    known = [area.measure.value for area in areas if area.measure.value is not None]
    return (min(known), max(known)) if known else (0.0, 0.0)


def step_of(value: float, bounds: tuple[float, float]) -> int:
    """Return the shade of a value, from 1 to `STEPS`."""
    low, high = bounds
    place = (value - low) / (high - low) if high > low else 0.5
    return min(STEPS, 1 + int(place * STEPS))


def _row_of_tiles(
    areas: Sequence[Area], bounds: tuple[float, float], label: str
) -> Component:
    return html.Ul(
        [_tile(area, bounds) for area in areas],
        className="tile-map tile-map-others",
        **aria_label(label),
    )


def _shade(measure: Measure, bounds: tuple[float, float]) -> str:
    """The shade of a value, or the look of what has none."""
    if measure.value is None:
        return measure.state
    return str(step_of(measure.value, bounds))


def _tile(
    area: Area, bounds: tuple[float, float], tile: Tile | None = None
) -> Component:
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
    place = {"gridRow": tile.row, "gridColumn": tile.column} if tile else {}
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
