"""The chart wrapper: caption, description for screen readers, and the table behind."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard import appearance, formats, theme
from dashboard.components.attributes import aria_label, named
from dashboard.components.definition import definition
from dashboard.figures.parts import Figure
from dashboard.i18n import gettext as _
from dashboard.measures import Indicator

Table = tuple[list[str], list[list[str]]]


def chart(
    name: str,
    title: str,
    figure: Figure,
    *,
    summary: str,
    table: Table,
    indicator: Indicator | None = None,
    is_open: bool = False,
) -> Component:
    """Return a figure whose message is also in words and in a table.

    `name` is unique on the page, `summary` says what the chart shows, `table` is its
    head and its formatted rows; `indicator` adds the definition button, `is_open`
    unfolds the table.
    """
    figure["layout"]["separators"] = formats.separators()
    graph = dcc.Graph(
        id=f"chart-{name}",
        figure=theme.for_scheme(figure, is_dark=appearance.is_dark()),
        config=theme.CHART_CONFIG,  # type: ignore[arg-type]
        style={"height": figure["layout"]["height"]},
    )
    return html.Figure(
        [
            _caption(title, indicator),
            html.Div(graph, role="img", **aria_label(f"{title}. {summary}")),
            table_below(table, is_open=is_open),
        ],
        className="chart",
        **named("data-chart", name),
    )


def empty_chart(title: str, text: str, indicator: Indicator | None = None) -> Component:
    """Return the place of a chart that has nothing to draw, and why."""
    return html.Figure(
        [_caption(title, indicator), html.P(text, className="chart-empty")],
        className="chart",
    )


def table_below(table: Table, *, is_open: bool = False) -> Component:
    """Return the rows behind a chart, folded away."""
    head, body = table
    return html.Details(
        [
            html.Summary(_("Show as table")),
            html.Div(
                dmc.Table(data={"head": head, "body": body}, className="numbers"),
                className="scroll",
                tabIndex=0,
                role="group",
                **aria_label(_("Table")),
            ),
        ],
        className="chart-table",
        open=is_open,
    )


def _caption(title: str, indicator: Indicator | None) -> Component:
    extra = [definition(indicator)] if indicator else []
    return html.Figcaption(
        [html.H3(title, className="chart-title"), *extra], className="card-head"
    )
