"""Takes pages away, and reads what came back."""

from io import BytesIO
from urllib.parse import urlencode

from components import attribute, find, walk
from openpyxl import load_workbook

from dashboard.pages import PAGES
from dashboard.server.context import store
from dashboard.server.takeaway_address import can_be_taken
from dashboard.takeaway.page_document import page_document
from tests.accounts import acting

FIGURE_PAGES = [path for path, page in PAGES.items() if can_be_taken(page)]


def document(app, path, query=None, role="coordinator", language="nl"):
    """The page at `path` as a document of somebody."""
    with acting(app, role, path, language):
        return page_document(store().current(), PAGES[path], query or {})


def take(client, form, path, table=None, language="nl", **query):
    """The answer of the route."""
    client.set_cookie("language", language)
    keys = query | {"pagina": path} | ({"tabel": table} if table else {})
    return client.get(f"/meenemen/{form}?{urlencode(keys)}")


def sheets(content: bytes) -> dict[str, list[tuple]]:
    """The rows of every sheet of a workbook, by the name of the sheet."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def cards_of(page) -> dict[tuple[str, str], float | None]:
    """The unformatted value of every card of a drawn page."""
    found = {}
    for part in walk(page.content):
        looks = str(attribute(part, "className") or "").split()
        if attribute(part, "data-indicator") and {"card", "theme"} & set(looks):
            key = attribute(part, "data-indicator"), attribute(part, "data-category")
            value = attribute(find(part, "data-measure", "value"), "data-value")
            found[key] = float(value) if value else None
    return found
