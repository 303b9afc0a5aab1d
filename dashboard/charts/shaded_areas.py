"""The districts in their boundaries, each in the shade of its value."""

from collections.abc import Sequence

from dashboard import figures
from dashboard.components.tile_map import Area, bounds_of, step_of
from dashboard.figures.parts import Figure
from dashboard.model.measures import Measure
from dashboard.server import theme
from dashboard.server.boundaries import Boundaries
from dashboard.words import formats


def shaded_areas(areas: Sequence[Area], boundaries: Boundaries) -> Figure:
    """Return the map of the areas whose boundaries are known; the others are left out.

    An area without a value has the colour of the paper, and says why to a pointer.
    """
    bounds = bounds_of(areas)
    return figures.area_map(
        [
            figures.Shape(
                area.name,
                boundaries[area.code],
                _color(area.measure, bounds),
                f"{area.name}: {formats.headline(area.measure)}",
                is_chosen=area.is_here,
            )
            for area in areas
            if area.code in boundaries
        ]
    )


def _color(measure: Measure, bounds: tuple[float, float]) -> str:
    if measure.value is None:
        return theme.PAPER
    return theme.STEPS[step_of(measure.value, bounds) - 1]
