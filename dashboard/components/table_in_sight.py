"""A table that stands on the page by itself, and can be taken away."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label, named
from dashboard.components.take_away import take_table


def in_sight(name: str, label: str, parts: list[Component], looks: str) -> Component:
    """Return a table that scrolls where it is too wide, with its links below.

    `name` tells it apart from the other tables of its page, `label` is for screen
    readers, `looks` are more classes than those that every such table has.
    """
    table = html.Table(
        parts, className=f"side-table {looks}".strip(), **named("data-table", name)
    )
    return html.Div(
        [
            html.Div(
                table,
                className="scroll",
                tabIndex=0,
                role="group",
                **aria_label(label),
            ),
            take_table(label, name),
        ],
        className="table-in-sight",
    )
