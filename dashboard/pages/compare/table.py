"""The table of the comparison: every indicator on each side, and the difference."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import hook, marks, named
from dashboard.components.definition import definition
from dashboard.components.table_in_sight import in_sight
from dashboard.model.measures import Measure
from dashboard.pages.compare.differences import Pair, difference_text, interval_text
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

Themes = Sequence[tuple[str, Sequence[Pair]]]
"""The name of every theme, with its indicators."""


def side_table(themes: Themes, heads: Sequence[str]) -> Component:
    """Return a row per indicator, grouped by theme, with all that explains it."""
    columns = [_("Indicator"), *heads, _("Difference")]
    return in_sight(
        "indicators",
        _("Table"),
        [
            html.Caption(_("All indicators, with numerator and denominator")),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in columns])),
            *(_theme(name, pairs, len(columns)) for name, pairs in themes),
        ],
        "compare-table",
    )


def _theme(name: str, pairs: Sequence[Pair], columns: int) -> Component:
    heading = html.Th(name, colSpan=columns, scope="rowgroup", className="theme-row")
    return html.Tbody([html.Tr(heading), *map(_row, pairs)])


def _row(pair: Pair) -> Component:
    label: list[str | Component] = [pair.indicator.label, definition(pair.indicator)]
    return html.Tr(
        [
            html.Th(html.Div(label, className="row-head"), scope="row"),
            _cell(pair.left),
            _cell(pair.right),
            _difference(pair),
        ]
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
    if measure.doubts:
        small.append(html.Span(_("doubtful"), className="badge badge-small"))
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


def _difference(pair: Pair) -> Component:
    found = pair.interval
    parts = [
        html.Span(
            difference_text(pair),
            className="cell-value",
            **hook("difference", pair.amount),
        )
    ]
    if found is not None:
        ends = html.Span(
            interval_text(pair),
            className="cell-interval",
            **hook("difference_lower", found.lower),
        )
        parts.append(ends)
    if found is not None and found.excludes_zero:
        parts.append(html.Span(_("seldom chance"), className="badge badge-apart"))
    return html.Td(
        parts,
        className="cell-difference",
        **named("data-indicator", pair.indicator.indicator_id),
        **named("data-category", "difference"),
    )
