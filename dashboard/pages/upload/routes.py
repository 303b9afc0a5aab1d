"""The routes of uploads: one file a request, as it is, and its report."""

import json
from collections.abc import Mapping
from urllib.parse import unquote

from flask import Flask, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from dashboard.components.delivery_report import TYPES, report_bytes
from dashboard.pages.upload.marks import standing
from dashboard.server.context import demand, ledger, settings
from dashboard.server.memory_only_request import BYTES, FILES, MemoryOnlyRequest
from dashboard.words.i18n import LANGUAGES, language
from warehouse.accounts.audit import record
from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads.receive_upload import (
    start_upload,
    status_code,
    visible_upload,
)
from warehouse.deliveries.uploads.record import Said
from warehouse.errors import UserError
from warehouse.identity import Right
from warehouse.stewardship.months.calendar import read_month

STANDING = "/aanleveren/stand"
"""Asked every few seconds by the page, so that only what changed is drawn anew."""
NAME_HEADER = "X-Upload-Name"
SAID_HEADER = "X-Upload-Said"
UNSUPPORTED, NOT_FOUND, ACCEPTED = 415, 404, 202


def register(server: Flask) -> None:
    """Add the routes, and let no request of this server write a file."""
    server.request_class = MemoryOnlyRequest
    server.post(FILES)(take_file)
    server.get("/aanleveren/<upload_id>/verslag.<form>")(upload_report)
    server.get(STANDING)(upload_standing)


def take_file() -> ResponseReturnValue:
    """Take one file, the body of the request; answers with the id to follow it by."""
    who = demand(Right.DELIVER)
    if request.mimetype != BYTES:
        abort(UNSUPPORTED)
    said = _said(request.headers.get(SAID_HEADER))
    demand(Right.DELIVER, said.place.district)
    try:
        upload_id = start_upload(
            settings(),
            who,
            request.stream,
            unquote(request.headers.get(NAME_HEADER, "")),
            said,
            size=request.content_length,
        )
    except UserError as error:
        # The rest of a file that is too large is not read, so the line is cut.
        answer = jsonify(error=error.message(language()))
        answer.headers["Connection"] = "close"
        return answer, status_code(error)
    return jsonify(upload_id=upload_id), ACCEPTED


def upload_report(upload_id: str, form: str) -> Response:
    """The report on the delivery of an upload, or the letter to its sender."""
    who = demand(Right.DELIVER)
    if form not in TYPES:
        abort(NOT_FOUND)
    try:
        with ledger().reading() as session:
            delivery_id = visible_upload(session, who, upload_id).delivery_id
    except UserError:
        abort(NOT_FOUND)
    if delivery_id is None:
        abort(NOT_FOUND)
    answer = Response(
        report_bytes(delivery_id, form, _language()), content_type=TYPES[form]
    )
    name = f"{delivery_id}.{form}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    with ledger().writing() as session:
        record(session, who, "delivery.report", "delivery", delivery_id, form=form)
    return answer


def upload_standing() -> Response:
    """Tell by a mark for each upload whether the page has something to draw anew."""
    who = demand(Right.DELIVER)
    answer = jsonify(standing(who))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def report_address(upload_id: str, form: str) -> str:
    """Return the address of a report, in the language of the request."""
    return f"/aanleveren/{upload_id}/verslag.{form}?language={language()}"


def _said(header: str | None) -> Said:
    """Return what the page sends along; what is no text counts as not said."""
    try:
        values = json.loads(unquote(header or "{}"))
    except json.JSONDecodeError:
        values = {}
    if not isinstance(values, Mapping):
        values = {}
    texts = {key: one for key, one in values.items() if isinstance(one, str) and one}
    return Said(
        source_format=texts.get("format"),
        place=Place(
            texts.get("district"), texts.get("pilot"), read_month(texts.get("period"))
        ),
        replaces=texts.get("replaces"),
    )


def _language() -> str:
    wish = request.args.get("language", "")
    return wish if wish in LANGUAGES else language()
