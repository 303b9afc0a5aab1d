"""Operations on deliveries: bring a file, follow it, read findings, withdraw."""

from dataclasses import asdict

from flask import Flask, Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue

from dashboard.api import models
from dashboard.api.description import BYTES, DELIVERIES, ROOT, operation
from dashboard.api.paging import page_of
from dashboard.api.problems import MissingError, problem
from dashboard.components.delivery_report import TYPES, report_bytes
from dashboard.server.context import demand, ledger, settings
from dashboard.words.i18n import language
from warehouse.accounts.audit import record
from warehouse.deliveries.history.decisions import withdraw
from warehouse.deliveries.history.listing import (
    Listed,
    Wish,
    list_visible,
    read_delivery,
)
from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads.receive_upload import start_upload, status_code
from warehouse.deliveries.uploads.record import Said
from warehouse.deliveries.uploads.status import UploadStatus, read_upload_status
from warehouse.errors import UserError
from warehouse.identity import Identity, Right
from warehouse.ledger.tables import Delivery
from warehouse.ledger.workspace_tables import Channel
from warehouse.stewardship.months.calendar import read_month

UPLOADS = f"{ROOT}/uploads"
HISTORY = f"{ROOT}/deliveries"
FILES = {
    f"post {UPLOADS}": ("body", BYTES),
    f"get {HISTORY}/{{delivery_id}}/report.xlsx": ("answer", TYPES["xlsx"]),
}
"""What is sent or answered as bytes."""

ACCEPTED, CREATED, UNSUPPORTED = 202, 201, 415


def register(server: Flask) -> None:
    """Add the operations to the server."""
    for method, path, view in (
        ("POST", UPLOADS, add_upload),
        ("GET", f"{UPLOADS}/<upload_id>", get_upload),
        ("GET", HISTORY, list_deliveries),
        ("GET", f"{HISTORY}/<delivery_id>", get_delivery),
        ("GET", f"{HISTORY}/<delivery_id>/findings", list_findings),
        ("GET", f"{HISTORY}/<delivery_id>/report.xlsx", get_report),
        ("POST", f"{HISTORY}/<delivery_id>/withdrawals", add_withdrawal),
    ):
        server.add_url_rule(path, f"api_{view.__name__}", view, methods=[method])


@operation(DELIVERIES, models.Upload, query=models.UploadQuery, status=ACCEPTED)
def add_upload() -> ResponseReturnValue:
    """Deliver a file, as the body of the request.

    It is read, checked and, when no check forbids it, accepted by itself. Follow it at
    the address in `Location`.
    """
    said: models.UploadQuery = request.context.query  # type: ignore[attr-defined]
    who = demand(Right.DELIVER, said.district)
    if request.mimetype != BYTES:
        return problem(UNSUPPORTED, BYTES)
    place = Place(said.district, said.pilot, read_month(said.period))
    try:
        upload_id = start_upload(
            settings(),
            who,
            request.stream,
            said.file_name,
            Said(said.format, place, said.replaces),
            size=request.content_length,
            channel=Channel.AUTOMATIC,
        )
    except UserError as error:
        answer = problem(status_code(error), error.message(language()))
        answer.headers["Connection"] = "close"
        return answer
    answer = jsonify(_upload(read_upload_status(ledger(), who, upload_id)))
    answer.headers["Location"] = url_for("api_get_upload", upload_id=upload_id)
    return answer, ACCEPTED


@operation(DELIVERIES, models.Upload)
def get_upload(upload_id: str) -> Response:
    """Tell how far a file is, and what became of it."""
    who = demand(Right.DELIVER)
    try:
        return jsonify(_upload(read_upload_status(ledger(), who, upload_id)))
    except UserError:
        raise MissingError from None


@operation(DELIVERIES, models.Deliveries, query=models.DeliveriesQuery)
def list_deliveries() -> Response:
    """List deliveries, the latest first."""
    who = demand(Right.READ_DELIVERIES)
    asked: models.DeliveriesQuery = request.context.query  # type: ignore[attr-defined]
    wish = Wish(asked.state, asked.district, asked.format, asked.pilot)
    found, links = page_of(list_visible(settings(), who, wish), asked)
    items = [_listed(one) for one in found]
    return jsonify(models.Deliveries(items=items, links=links).model_dump(mode="json"))


@operation(DELIVERIES, models.Delivery)
def get_delivery(delivery_id: str) -> Response:
    """Tell what a delivery is and where it stands."""
    found = _delivery(demand(Right.READ_DELIVERIES), delivery_id)
    counts: dict[str, int] = {}
    for one in found.findings:
        counts[one.severity] = counts.get(one.severity, 0) + 1
    told = {
        name: getattr(found, name)
        for name in models.Delivery.model_fields
        if name not in ("findings", "period")
    }
    answer = models.Delivery(**told, period=_month(found.period), findings=counts)
    return jsonify(answer.model_dump(mode="json"))


@operation(DELIVERIES, models.Findings, query=models.FindingsQuery)
def list_findings(delivery_id: str) -> Response:
    """List what the checks found, row by row."""
    who = demand(Right.READ_DELIVERIES)
    asked: models.FindingsQuery = request.context.query  # type: ignore[attr-defined]
    rows = [
        one
        for one in _delivery(who, delivery_id).findings
        if asked.severity in (None, one.severity)
    ]
    found, links = page_of(rows, asked)
    items = [
        models.Finding(
            **{
                name: getattr(one, name)
                for name in models.Finding.model_fields
                if name != "message"
            },
            message=one.message_en if language() == "en" else one.message_nl,
        )
        for one in found
    ]
    return jsonify(models.Findings(items=items, links=links).model_dump(mode="json"))


@operation(DELIVERIES, None)
def get_report(delivery_id: str) -> Response:
    """Download the report on a delivery as a workbook."""
    who = demand(Right.READ_DELIVERIES)
    _delivery(who, delivery_id)
    content = report_bytes(delivery_id, "xlsx", language())
    with ledger().writing() as session:
        record(session, who, "delivery.report", "delivery", delivery_id, form="xlsx")
    return Response(content, content_type=TYPES["xlsx"])


@operation(DELIVERIES, models.Withdrawn, json=models.Withdrawal, status=CREATED)
def add_withdrawal(delivery_id: str) -> ResponseReturnValue:
    """Withdraw a delivery: the next release no longer holds it."""
    who = demand(Right.DECIDE)
    _delivery(who, delivery_id)
    asked: models.Withdrawal = request.context.json  # type: ignore[attr-defined]
    decided = withdraw(settings(), who, delivery_id, asked.reason)
    answer = models.Withdrawn(
        delivery_id=delivery_id,
        state=decided.outcome.status,
        visible_at=decided.visible_at,
    )
    return jsonify(answer.model_dump(mode="json")), CREATED


def _delivery(who: Identity, delivery_id: str) -> Delivery:
    """The delivery; another district's is as if it did not exist."""
    try:
        return read_delivery(settings(), who, delivery_id)
    except UserError:
        raise MissingError from None


def _upload(status: UploadStatus) -> dict[str, object]:
    told = status.as_json(language())
    shown = {name: told[name] for name in models.Upload.model_fields}
    return models.Upload(**shown).model_dump(mode="json")


def _listed(one: Listed) -> models.Delivery:
    told = asdict(one) | {"period": _month(one.period)}
    return models.Delivery(
        **{name: told[name] for name in models.Delivery.model_fields}
    )


def _month(period: object) -> str | None:
    return f"{period:%Y-%m}" if period else None
