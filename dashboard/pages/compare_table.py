"""The table of the comparison: every indicator, with a column for each side."""

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.attributes import aria_label, hook, marks
from dashboard.components.definition import definition
from dashboard.i18n import gettext as _
from dashboard.measures import Measure, Measures


def side_table(
    sides: list[Measures], heads: list[str], indicator_ids: list[str]
) -> Component:
    """Return a row per indicator and a column per side, with all that explains it."""
    header = html.Tr(
        [html.Th(_("Indicator"), scope="col")]
        + [html.Th(head, scope="col") for head in heads]
    )
    rows = [
        html.Tr(
            [
                html.Th(
                    html.Div(
                        [
                            sides[0].indicator(name).label,
                            definition(sides[0].indicator(name)),
                        ],
                        className="row-head",
                    ),
                    scope="row",
                )
            ]
            + [_cell(side.get(name)) for side in sides]
        )
        for name in indicator_ids
    ]
    return html.Div(
        html.Table(
            [
                html.Caption(_("All indicators, with numerator and denominator")),
                html.Thead(header),
                html.Tbody(rows),
            ],
            className="side-table",
        ),
        className="scroll",
        tabIndex=0,
        role="group",
        **aria_label(_("Table")),
    )


def _cell(measure: Measure) -> Component:
    small = []
    if measure.state == "known" and measure.denominator is not None:
        small.append(
            html.Span(
                formats.fraction(measure),
                className="cell-fraction",
                **hook("numerator", measure.numerator),
            )
        )
    if formats.interval(measure):
        small.append(html.Span(formats.interval(measure), className="cell-interval"))
    return html.Td(
        [
            html.Span(
                formats.headline(measure),
                className="cell-value",
                **hook("value", measure.value),
            ),
            *small,
        ],
        className=f"cell-{measure.state}",
        **marks(measure),
    )
