"""Reports on a delivery and the letter to its sender, as downloads."""

from pathlib import Path
from tempfile import TemporaryDirectory

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from dashboard.components.attributes import aria_label
from dashboard.server.context import demand, ledger, settings
from dashboard.words.i18n import LANGUAGES, language
from dashboard.words.i18n import gettext as _
from warehouse.accounts.audit import record
from warehouse.deliveries.history.listing import read_delivery
from warehouse.errors import UserError
from warehouse.exports.reports.build import delivery_report, write_report
from warehouse.identity import Identity, Right

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
"""What a report comes as; `txt` is the letter alone."""


def register(server: Flask) -> None:
    """Add the route `/leveringen/<delivery>/verslag.<form>` to the server."""

    @server.get("/leveringen/<delivery_id>/verslag.<form>")
    def delivery_report_file(delivery_id: str, form: str) -> Response:
        who = demand(Right.READ_DELIVERIES)
        if form not in TYPES:
            abort(404)
        try:
            read_delivery(settings(), who, delivery_id)
        except UserError:
            # Another district's delivery is as if it did not exist.
            abort(404)
        content = report_bytes(delivery_id, form, _language())
        _note(who, delivery_id, form)
        answer = Response(content, content_type=TYPES[form])
        name = f"{delivery_id}.{form}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        answer.headers["Cache-Control"] = "no-store"
        return answer


def report_links(delivery_id: str) -> Component:
    """Return the links that download the report and the letter."""
    texts = {
        "xlsx": _("Report (XLSX)"),
        "html": _("Report (web page)"),
        "txt": _("Letter to the sender"),
    }
    links = [
        html.Li(
            html.A(text, href=report_address(delivery_id, form), className="button")
        )
        for form, text in texts.items()
    ]
    return html.Ul(links, className="links", **aria_label(_("Downloads")))


def report_address(delivery_id: str, form: str) -> str:
    """Return the address of a report in the language of the request."""
    return f"/leveringen/{delivery_id}/verslag.{form}?language={language()}"


def _language() -> str:
    wish = request.args.get("language", "")
    return wish if wish in LANGUAGES else language()


def report_bytes(delivery_id: str, form: str, wish: str) -> bytes:
    """Return a report, or for `txt` the letter alone, in the language `wish`."""
    report = delivery_report(settings(), delivery_id, wish)
    if form == "txt":
        return "\n\n".join(report.letter).encode()
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"report.{form}"
        write_report(report, "html" if form == "html" else "xlsx", file)
        return file.read_bytes()


def _note(who: Identity, delivery_id: str, form: str) -> None:
    with ledger().writing() as session:
        record(session, who, "delivery.report", "delivery", delivery_id, form=form)
