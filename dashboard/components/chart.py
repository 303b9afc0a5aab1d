"""The chart wrapper: caption, description for screen readers, and the table behind."""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.components.definition import definition
from dashboard.components.take_away import take_away
from dashboard.figures.parts import Figure
from dashboard.model.measures import Indicator
from dashboard.server import appearance, theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language

Table = tuple[list[str], list[list[str]]]


def chart(
    name: str,
    title: str,
    figure: Figure,
    *,
    summary: str,
    table: Table,
    indicator: Indicator | None = None,
    below: Component | None = None,
    is_open: bool = False,
) -> Component:
    """Return a figure whose message is also in words and in a table.

    `name` is unique on the page, `summary` says what the chart shows, `table` is its
    head and its formatted rows; `indicator` adds the definition button, `below`
    stands between the chart and its table, `is_open` unfolds the table.
    """
    figure["layout"]["separators"] = formats.separators()
    graph = dcc.Graph(
        id=f"chart-{name}",
        figure=theme.for_scheme(figure, is_dark=appearance.is_dark()),
        config=chart_config(),  # type: ignore[arg-type]
        style={"height": figure["layout"]["height"]},
    )
    return html.Figure(
        [
            _caption(title, indicator, take_away(title, name)),
            html.Div(graph, role="img", **aria_label(f"{title}. {summary}")),
            below,
            table_below(table, is_open=is_open),
        ],
        className="chart",
        **named("data-chart", name),
    )


def chart_config() -> dict[str, Any]:
    """Return the behaviour of a chart, with the words of the visitor's language."""
    locale = language()
    words = {
        "dictionary": {},
        "format": {
            "months": formats.month_names("wide"),
            "shortMonths": formats.month_names("abbreviated"),
            "days": formats.day_names("wide"),
            "shortDays": formats.day_names("abbreviated"),
            "decimal": formats.separators()[0],
            "thousands": formats.separators()[1],
        },
    }
    return theme.CHART_CONFIG | {"locale": locale, "locales": {locale: words}}


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


def _caption(title: str, indicator: Indicator | None, *more: Component) -> Component:
    tools = [*more, *([definition(indicator)] if indicator else [])]
    return html.Figcaption(
        [
            html.H3(title, className="chart-title"),
            html.Div(tools, className="chart-tools"),
        ],
        className="card-head",
    )


def reading_rule(text: str) -> Component:
    """Return a rule that holds for all of a section, set apart from its figures."""
    return html.P(
        [html.Strong(_("How to read this:")), " ", text],
        className="reading-rule",
        role="note",
    )
