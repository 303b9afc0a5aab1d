"""The route that hands over a page, or one table of it, as a file.

The file is made of the page as it is drawn for who asks: nothing that a browser sends
is put into it, and what a page hides from somebody is not in their files either.
"""

import re
from collections.abc import Callable
from types import ModuleType

from dash import Dash
from flask import Response, abort, request

from dashboard.access import rights, trail
from dashboard.pages import PAGES
from dashboard.server.context import demand, store
from dashboard.server.release_store import NoReleaseError
from dashboard.server.takeaway_address import PAGE, PATH, TABLE, can_be_taken
from dashboard.takeaway.files.document import Document, Table
from dashboard.takeaway.files.forms import TYPES, document_bytes
from dashboard.takeaway.files.text_file import csv_bytes
from dashboard.takeaway.files.workbook import workbook_bytes
from dashboard.takeaway.page_document import page_document
from warehouse.identity import Right

NOT_FOUND = 404
_OF_A_TABLE: dict[str, Callable[[Document, Table], bytes]] = {
    "csv": lambda document, table: csv_bytes(table, document.language),
    "xlsx": lambda document, table: workbook_bytes(document, [table]),
}
_CSV = "text/csv; charset=utf-8"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9-]+")


def register(app: Dash) -> None:
    """Add the route; its query is that of the page, with the page's own path."""
    app.server.get(f"{PATH}/<form>")(take)


def take(form: str) -> Response:
    """Answer with the page or table that the query names, as the visitor sees it."""
    demand(Right.READ_FIGURES)
    path, name = request.args.get(PAGE, "/"), request.args.get(TABLE)
    document = _document(path)
    if name is None:
        content = _whole(document, form)
    else:
        content = _one_table(document, form, name)
    trail.note("taken_away", "page", path, form=form, table=name or "")
    return _answer(content, form, _file_name(path, name))


def _document(path: str) -> Document:
    """The page of figures at a path that came from a browser."""
    module: ModuleType | None = PAGES.get(path)
    if module is None or not can_be_taken(module):
        abort(NOT_FOUND)
    demand(rights.right_of(module))
    query = {
        key: value for key, value in request.args.items() if key not in (PAGE, TABLE)
    }
    try:
        return page_document(store().current(), module, query)
    except NoReleaseError:
        abort(NOT_FOUND)


def _whole(document: Document, form: str) -> bytes:
    if form not in TYPES:
        abort(NOT_FOUND)
    return document_bytes(document, form)


def _one_table(document: Document, form: str, name: str) -> bytes:
    table, make = document.table(name), _OF_A_TABLE.get(form)
    if table is None or make is None:
        abort(NOT_FOUND)
    return make(document, table)


def _answer(content: bytes, form: str, name: str) -> Response:
    answer = Response(content, content_type=TYPES.get(form, _CSV))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _file_name(path: str, table: str | None) -> str:
    parts = ["eropaf", path.strip("/") or "overzicht", *([table] if table else [])]
    release = store().current_id() or ""
    return _NOT_IN_A_NAME.sub("-", "-".join([*parts, release]).lower())
