"""Finds values on a page that was drawn on the server."""

from collections.abc import Iterator

from dash.development.base_component import Component

from dashboard.pages import PAGES
from dashboard.shell.frame import store
from tests.accounts import ROLES, acting, identity_of
from warehouse.identity import Right


def draw(app, path, query=None, language="nl", role=None):
    """Return the page at `path` in a language, as somebody of `tests.accounts` sees it.

    That is the coordinator unless `role` says otherwise, or another who may see it.
    """
    with acting(app, role or _who_may_see(path), path, language):
        return PAGES[path].render(store().current(), query or {})


def _who_may_see(path) -> str:
    right = getattr(PAGES[path], "RIGHT", Right.READ_FIGURES)
    return next(
        name for name in ("coordinator", *ROLES) if identity_of(name).may(right)
    )


def walk(tree) -> Iterator[Component]:
    """Yield every component of a tree, depth first."""
    if isinstance(tree, (list, tuple)):
        for part in tree:
            yield from walk(part)
    elif isinstance(tree, Component):
        yield tree
        yield from walk(getattr(tree, "children", None))


def text(tree) -> str:
    """Return the words of a tree."""
    if isinstance(tree, (list, tuple)):
        return " ".join(text(part) for part in tree)
    if isinstance(tree, Component):
        return text(getattr(tree, "children", None))
    return "" if tree is None else str(tree)


def attribute(component, name):
    """Return an attribute such as `data-state`, None when it has none."""
    return component.to_plotly_json()["props"].get(name)


def find(tree, name, value):
    """Return the first component whose attribute has this value."""
    return next(part for part in walk(tree) if attribute(part, name) == value)


def card(page, indicator_id, category=""):
    """Return the card of an indicator as (state, numbers by name, words)."""
    found = next(
        part
        for part in walk(page.content)
        if attribute(part, "data-indicator") == indicator_id
        and attribute(part, "data-category") == category
    )
    numbers = {
        attribute(part, "data-measure"): attribute(part, "data-value")
        for part in walk(found)
        if attribute(part, "data-measure")
    }
    return attribute(found, "data-state"), numbers, text(found)
