"""Short tables of what is known; long lists are grids."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

Cell = str | int | float | Component | None


def plain_table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> Component:
    """Return a table with a caption; without rows a line that says so."""
    if not rows:
        text = _("%(what)s: none") % {"what": caption}
        return html.P(text, className="shown")
    table = html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([html.Tr([_cell(value) for value in row]) for row in rows]),
        ],
        className="plain-table",
    )
    return html.Div(
        table,
        className="scroll table-box",
        role="region",
        tabIndex=0,
        **aria_label(caption),
    )


def _cell(value: Cell) -> Component:
    if isinstance(value, int):
        return html.Td(formats.number(value), className="amount")
    return html.Td(formats.NOTHING if value is None else value)
