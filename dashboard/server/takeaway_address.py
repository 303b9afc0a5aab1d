"""The addresses under which the page that is being drawn can be taken away."""

from collections.abc import Mapping
from types import ModuleType

from flask import g

from dashboard.model.selection import to_search

PATH = "/meenemen"
PAGE, TABLE = "pagina", "tabel"
"""The keys that say which page, and which one of its tables."""


def can_be_taken(module: ModuleType) -> bool:
    """Tell whether a page shows figures of a release, and so can be taken away."""
    is_of_figures = getattr(module, "GROUP", "figures") == "figures"
    return is_of_figures and getattr(module, "NEEDS_RELEASE", True)


def remember(path: str, query: Mapping[str, str]) -> None:
    """Keep which page the request draws, for the links on it."""
    g.drawn_page = {**query, PAGE: path}


def address(form: str, table: str | None = None) -> str | None:
    """Return where the drawn page, or one table of it, comes as a file.

    None where no page is drawn, such as in the panel behind a number.
    """
    drawn: dict[str, str] | None = g.get("drawn_page")
    if drawn is None:
        return None
    return f"{PATH}/{form}{to_search({**drawn, TABLE: table})}"
