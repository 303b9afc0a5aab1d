"""Gathers what a page shows, so that every file holds the same numbers as the page.

It reads the drawn page and computes nothing: what the page hides from its visitor
is not there to be taken away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import dash_ag_grid as dag
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.takeaway import reading, rows
from dashboard.takeaway.files.document import (
    Block,
    Card,
    Chart,
    Heading,
    Paragraph,
    Table,
)

_HEADINGS = {html.H2: 2, html.H3: 3, html.H4: 3, html.Summary: 3}


@dataclass
class Collector:
    """Goes through the content of a page once, in the order in which it is read."""

    indicator_ids: dict[str, None] = field(default_factory=dict)
    _count: int = 0
    _heading: str = ""

    def blocks(self, tree: object) -> Iterator[Block]:
        """Yield what a tree shows."""
        if isinstance(tree, (list, tuple)):
            for part in tree:
                yield from self.blocks(part)
        elif isinstance(tree, Component) and not self._is_left_out(tree):
            yield from self._of(tree)

    def _is_left_out(self, tree: Component) -> bool:
        return reading.is_tool(tree) or "page-head" in reading.classes(tree)

    def _of(self, tree: Component) -> Iterator[Block]:
        found = self._one(tree)
        if found is None:
            yield from self.blocks(reading.children(tree))
        elif not isinstance(found, (Heading, Paragraph)) or found.text:
            if isinstance(found, Heading):
                self._heading = found.text
            yield found

    def _one(self, tree: Component) -> Block | None:
        """The block that a component is, or None for one that only holds others."""
        if reading.attribute(tree, "data-chart"):
            return self._chart(tree)
        if self._is_card(tree):
            return self._card(tree)
        if "grid" in reading.classes(tree):
            grid = reading.first(tree, dag.AgGrid)
            return rows.of_grid(grid, reading.attribute(tree, "aria-label"))
        if isinstance(tree, html.Table):
            return self._table(tree)
        return _text(tree)

    def _is_card(self, tree: Component) -> bool:
        is_number = bool(reading.classes(tree) & {"card", "theme", "tile"})
        return is_number and not isinstance(tree, html.A)

    def _chart(self, tree: Component) -> Chart:
        name = reading.attribute(tree, "data-chart")
        title = reading.words(reading.first(tree, html.H3))
        graph = reading.first(tree, dcc.Graph)
        return Chart(
            name,
            title,
            None if graph is None else graph.figure,
            _summary(tree, title),
            rows.behind_chart(tree, name, title),
            self._note_indicator(tree),
        )

    def _card(self, tree: Component) -> Card:
        self._note_indicator(tree)
        value = next((one for one in reading.walk(tree) if _is_value(one)), None)
        label, *others = _lines(tree, value)
        number = "" if value is None else reading.attribute(value, "data-value")
        return Card(
            label,
            reading.words(value),
            tuple(others),
            reading.attribute(tree, "data-indicator") or "",
            reading.attribute(tree, "data-category") or "",
            float(number) if number else None,
        )

    def _table(self, tree: html.Table) -> Table:
        self._note_indicator(tree)
        self._count += 1
        caption = reading.words(reading.first(tree, html.Caption))
        name = reading.attribute(tree, "data-table") or f"table-{self._count}"
        return rows.of_table(tree, name, caption or self._heading or name)

    def _note_indicator(self, tree: Component) -> str:
        """Remember every indicator whose definition a part offers; return the first."""
        found = [
            about for part in _all(tree) if (about := getattr(part, "data-about", None))
        ]
        self.indicator_ids.update(dict.fromkeys(found))
        return found[0] if found else ""


def _all(tree: object) -> Iterator[Component]:
    """Every component, the tools too: the button of a definition is one."""
    if isinstance(tree, Component):
        yield tree
    for part in reading.children(tree) if not isinstance(tree, str) else ():
        yield from _all(part) if not isinstance(part, str) else ()


def _is_value(tree: Component) -> bool:
    return "card-value" in reading.classes(tree) or isinstance(tree, html.Dd)


def _lines(tree: Component, value: Component | None) -> list[str]:
    """The lines of a card: its label first, then all but its value."""
    lines = []
    for part in reading.walk(tree):
        is_line = isinstance(part, (html.H2, html.H3, html.P, html.Dt))
        is_badge = "badge" in reading.classes(part)
        if part is not value and (is_line or is_badge):
            lines.append(reading.words(part))
    return [line for line in lines if line] or [""]


def _summary(tree: Component, title: str) -> str:
    """What a chart says to who cannot see it, or why it is empty."""
    for part in reading.walk(tree):
        if getattr(part, "role", None) == "img":
            label: str = reading.attribute(part, "aria-label")
            return label.removeprefix(f"{title}. ")
        if "chart-empty" in reading.classes(part):
            return reading.words(part)
    return ""


def _text(tree: Component) -> Heading | Paragraph | None:
    for kind, level in _HEADINGS.items():
        if isinstance(tree, kind):
            return Heading(reading.words(tree), level)
    if isinstance(tree, html.P):
        return Paragraph(reading.words(tree))
    if isinstance(tree, html.Li):
        return Paragraph(reading.words(tree), is_item=True)
    return None
