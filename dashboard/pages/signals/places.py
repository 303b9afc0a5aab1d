"""Signals by place and by sender: the map of districts and the corporations."""

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import one_group_only, why_empty
from dashboard.charts.shaded_areas import shaded_areas
from dashboard.charts.values_table import lowest_and_highest, said, values_table
from dashboard.components.attributes import named
from dashboard.components.chart import chart, empty_chart, table_below
from dashboard.components.definition import definition
from dashboard.components.take_away import take_away
from dashboard.components.tile_map import Area, tile_list, tile_map
from dashboard.model.measures import Indicator
from dashboard.release import tile_queries
from dashboard.release.view import View
from dashboard.server.boundaries import Boundaries
from dashboard.server.context import boundaries
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_COUNT, _PER_DWELLING = "signals", "signals_per_1000"


def districts(view: View) -> Component:
    """Draw the districts, with signals per dwelling where that is known.

    They stand in their boundaries where the operator has given these, else as tiles.
    """
    found = view.split("district", view.selection.with_(district=None))
    is_known = all(one.get(_PER_DWELLING).state == "known" for one in found.values())
    name = _PER_DWELLING if found and is_known else _COUNT
    indicator = view.values.indicator(name)
    areas = [
        Area(
            code,
            label,
            found[code].get(name),
            view.selection.with_(district=code).search or "?",
            is_here=code == view.selection.district,
        )
        for code, label in view.labels("district").items()
        if code in found and found[code].get(name).state != "not_delivered"
    ]
    if not areas:
        return empty_chart(indicator.label, why_empty(view.values.get(name)), indicator)
    title = _("%(label)s, by district") % {"label": indicator.label}
    shapes = boundaries()
    if any(area.code in shapes for area in areas):
        return _in_boundaries(areas, shapes, title, indicator)
    return _as_tiles(view, areas, title, indicator)


def _in_boundaries(
    areas: list[Area], shapes: Boundaries, title: str, indicator: Indicator
) -> Component:
    rows = [(area.name, area.measure) for area in areas]
    return chart(
        "map",
        title,
        shaded_areas(areas, shapes),
        summary=lowest_and_highest(rows),
        table=values_table(_("District"), rows),
        indicator=indicator,
        below=tile_list(areas, title),
    )


def _as_tiles(
    view: View, areas: list[Area], title: str, indicator: Indicator
) -> Component:
    tiles = tile_queries.tiles(view.release)
    rows = [(area.name, area.measure) for area in areas]
    tools = [take_away(indicator.label, "map", is_drawn=False), definition(indicator)]
    return html.Figure(
        [
            html.Figcaption(
                [
                    html.H3(title, className="chart-title"),
                    html.Div(tools, className="chart-tools"),
                ],
                className="card-head",
            ),
            tile_map(areas, tiles, lowest_and_highest(rows)),
            table_below(values_table(_("District"), rows)),
        ],
        className="chart",
        **named("data-chart", "map"),
    )


def corporations(view: View) -> Component:
    """Draw the signals of every housing corporation; those of others are unknown."""
    title = _("Signals by housing corporation")
    indicator = view.values.indicator(_COUNT)
    if not view.is_prepared("corporation"):
        return empty_chart(title, one_group_only(), indicator)
    labels = view.labels("corporation")
    found = view.split("corporation")
    codes = sorted(found, key=lambda code: found[code].get(_COUNT).numerator or 0)
    # Those of whom no corporation is known stand last, however many they are.
    codes.sort(key=lambda code: code != "unknown")
    rows = [
        (labels.get(code, code), found[code].get(_COUNT)) for code in reversed(codes)
    ]
    if not any(one.numerator for _name, one in rows):
        return empty_chart(title, why_empty(view.values.get(_COUNT)), indicator)
    unknown = labels.get("unknown")
    parts = [
        figures.Part(
            name,
            one.numerator,
            formats.headline(one),
            state="unknown" if name == unknown else "known",
        )
        for name, one in rows
    ]
    return chart(
        "corporations",
        title,
        figures.funnel_bars(parts),
        summary="; ".join(f"{name}: {said(one)}" for name, one in rows),
        table=values_table(_("Housing corporation"), rows),
        indicator=indicator,
    )
