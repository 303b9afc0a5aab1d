"""Signals by place and by sender: the map of districts and the corporations."""

from dash import html
from dash.development.base_component import Component

from dashboard import figures, formats, map_queries
from dashboard.components.attributes import named
from dashboard.components.chart import chart, empty_chart, table_below
from dashboard.components.definition import definition
from dashboard.components.take_away import take_away
from dashboard.components.tile_map import Area, tile_map
from dashboard.i18n import gettext as _
from dashboard.measures import Measure
from dashboard.pages.category_charts import why_empty
from dashboard.pages.scaffold import View
from dashboard.pages.values_table import lowest_and_highest, said, values_table

_COUNT, _PER_DWELLING = "signals", "signals_per_1000"


def districts(view: View) -> Component:
    """Draw the districts as tiles, with signals per dwelling where that is known."""
    found = view.split("district", view.selection.with_(district=None))
    is_known = all(one.get(_PER_DWELLING).state == "known" for one in found.values())
    name = _PER_DWELLING if found and is_known else _COUNT
    indicator = view.values.indicator(name)
    labels = view.labels("district")
    rows = [
        (label, found[code].get(name))
        for code, label in labels.items()
        if code in found and found[code].get(name).state != "not_delivered"
    ]
    if not rows:
        return empty_chart(indicator.label, why_empty(view.values.get(name)), indicator)
    return html.Figure(
        [
            html.Figcaption(
                [
                    html.H3(
                        _("%(label)s, by district") % {"label": indicator.label},
                        className="chart-title",
                    ),
                    html.Div(
                        [
                            take_away(indicator.label, "map", is_drawn=False),
                            definition(indicator),
                        ],
                        className="chart-tools",
                    ),
                ],
                className="card-head",
            ),
            tile_map(_areas(view, dict(rows), labels), lowest_and_highest(rows)),
            table_below(values_table(_("District"), rows)),
        ],
        className="chart",
        **named("data-chart", "map"),
    )


def _areas(view: View, rows: dict[str, Measure], labels: dict[str, str]) -> list[Area]:
    tiles = map_queries.tiles(view.release)
    return [
        Area(
            label,
            rows[label],
            view.selection.with_(district=code).search or "?",
            tiles.get(code),
            is_here=code == view.selection.district,
        )
        for code, label in labels.items()
        if label in rows
    ]


def corporations(view: View) -> Component:
    """Draw the signals of every housing corporation; those of others are unknown."""
    title = _("Signals by housing corporation")
    indicator = view.values.indicator(_COUNT)
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
    parts = [
        figures.Part(name, one.numerator, formats.headline(one)) for name, one in rows
    ]
    return chart(
        "corporations",
        title,
        figures.funnel_bars(parts),
        summary="; ".join(f"{name}: {said(one)}" for name, one in rows),
        table=values_table(_("Housing corporation"), rows),
        indicator=indicator,
    )
