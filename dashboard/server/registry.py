"""The pages there are, known by their path to whoever stands below them.

`dashboard.pages` lists them; the application hands the list in once, at its start.
"""

from collections.abc import Mapping
from types import ModuleType

from flask import current_app


def install(extensions: dict[str, object], pages: Mapping[str, ModuleType]) -> None:
    """Make the pages known to a server."""
    extensions["pages"] = pages


def pages() -> Mapping[str, ModuleType]:
    """Return the pages of the running server by path, in the order of the menu."""
    known: Mapping[str, ModuleType] = current_app.extensions["pages"]
    return known
