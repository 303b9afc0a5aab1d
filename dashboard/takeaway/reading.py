"""Reads a drawn page: its words, attributes and rows, without what is only a tool."""

import re
from collections.abc import Iterator
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.takeaway.files.document import Cell
from dashboard.words.written import Written

_TOOLS = (html.Button, html.Form, html.Dialog, html.Label, dcc.Input, dcc.Store)
_TOOL_CLASSES = {
    "filters",
    "chart-menu",
    "take-away",
    "sr-only",
    "note-add",
    "map-legend",
    "notes-below-link",
    "fold-label",
}
_SPACE_BEFORE = re.compile(r"\s+([.,;:)%])")


def props(component: Component) -> dict[str, Any]:
    """Return the properties and attributes of a component, by name."""
    found: dict[str, Any] = component.to_plotly_json()["props"]
    return found


def attribute(component: Component, name: str) -> Any:  # noqa: ANN401  as Dash has it
    """Return one attribute such as `data-state`, None when it is not there."""
    if name.startswith(("data-", "aria-")):
        return getattr(component, name, None)
    return props(component).get(name)


def classes(component: Component) -> set[str]:
    """Return the names of the classes of a component."""
    return set(str(getattr(component, "className", None) or "").split())


def is_tool(component: Component) -> bool:
    """Tell whether a component is there for the screen, and says nothing on paper."""
    return (
        isinstance(component, _TOOLS)
        or bool(classes(component) & _TOOL_CLASSES)
        or attribute(component, "aria-hidden") == "true"
    )


def children(tree: object) -> list[object]:
    """Return what stands in a component, or in a list of them."""
    inside = getattr(tree, "children", None) if isinstance(tree, Component) else tree
    if inside is None:
        return []
    return list(inside) if isinstance(inside, (list, tuple)) else [inside]


def walk(tree: object) -> Iterator[Component]:
    """Yield every component, depth first, without the tools and what is in them."""
    if isinstance(tree, Component):
        if is_tool(tree):
            return
        yield tree
    elif not isinstance(tree, (list, tuple)):
        return
    for part in children(tree):
        yield from walk(part)


def first(tree: object, kind: type[Component]) -> Any:  # noqa: ANN401  of that kind
    """Return the first component of a kind, None when there is none."""
    return next((part for part in walk(tree) if isinstance(part, kind)), None)


def of_class(tree: object, name: str) -> Component | None:
    """Return the first component of a class."""
    return next((part for part in walk(tree) if name in classes(part)), None)


def leaves(tree: object) -> Iterator[str]:
    """Yield the texts of a tree in their order."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (int, float)):
        yield str(tree)
    elif isinstance(tree, (list, tuple)) or (
        isinstance(tree, Component) and not is_tool(tree)
    ):
        for part in children(tree):
            yield from leaves(part)


def words(tree: object) -> str:
    """Return the text of a tree in one line."""
    text = " ".join(" ".join(leaves(tree)).split())
    return _SPACE_BEFORE.sub(r"\1", text)


def cell(tree: object) -> Cell:
    """Return what stands in a cell: a number when there is one, else its words.

    A number that is followed by its parts or interval keeps them in its text.
    """
    texts = list(leaves(tree))
    numbers = [one for one in texts if isinstance(one, Written)]
    if len(texts) == 1 and numbers:
        return numbers[0]
    if numbers and numbers[0] is texts[0]:
        others = [one.strip() for one in texts[1:] if one.strip()]
        return numbers[0].said_with(" · ".join([texts[0], *others]))
    return words(tree)
