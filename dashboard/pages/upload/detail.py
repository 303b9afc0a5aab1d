"""One uploaded file unfolded: findings, reports, letter, comparison, decision."""

from collections.abc import Iterator

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import aria_label
from dashboard.model.selection import to_search
from dashboard.pages.upload import decisions, findings
from dashboard.pages.upload.comparison import comparison
from dashboard.pages.upload.routes import report_address
from dashboard.server.context import ledger, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.deliveries.outcome import Outcome
from warehouse.deliveries.uploads.comparison import compare_with_earlier, replaceable
from warehouse.deliveries.uploads.status import UploadStatus
from warehouse.exports.reports.build import delivery_report
from warehouse.identity import Identity
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery
from warehouse.ledger.workspace_tables import UploadState


def detail(status: UploadStatus, who: Identity) -> list[Component]:
    """Return all there is to see and to do; the caller knows that it is theirs."""
    if status.delivery_id is None or status.is_running:
        return [html.P(_waiting(status), className="shown")]
    with ledger().reading() as session:
        delivery = get_delivery(session, status.delivery_id)
        earlier = compare_with_earlier(session, status.delivery_id)
        candidates = replaceable(session, delivery)
        outcome = Outcome.of(delivery)
    return [
        *_told(status),
        *findings.findings(status.upload_id, outcome.findings),
        _reports(status, delivery),
        comparison(earlier),
        *decisions.decisions(status, delivery, candidates, who),
    ]


def _waiting(status: UploadStatus) -> str:
    if status.is_being_accepted:
        return _("The delivery is checked once more and then accepted.")
    if status.state is UploadState.RUNNING:
        return _("The findings stand here as soon as the file is checked.")
    return status.told.text(language()) if status.told else ""


def _told(status: UploadStatus) -> Iterator[Component]:
    if status.told:
        is_bad = status.state is not UploadState.DONE or status.told.key == "decision"
        kind = "answer answer-refused" if is_bad else "answer"
        yield html.P(status.told.text(language()), className=kind)


def _reports(status: UploadStatus, delivery: Delivery) -> Component:
    """Return the downloads, and the letter to its sender, to be copied."""
    texts = {
        "xlsx": _("Report (XLSX)"),
        "html": _("Report (web page)"),
        "txt": _("Letter to the sender"),
    }
    links = [
        html.Li(
            html.A(
                text,
                href=report_address(status.upload_id, form),
                className="button",
                **aria_label(f"{text}, {status.file_name}"),
            )
        )
        for form, text in texts.items()
    ]
    life = to_search({"levering": delivery.delivery_id})
    links.append(
        html.Li(html.A(_("The whole life of this delivery"), href=f"/leveringen{life}"))
    )
    return html.Div(
        [
            html.H3(_("For the sender")),
            html.Ul(links, className="links"),
            _letter(status, delivery),
        ],
        className="upload-part",
    )


def _letter(status: UploadStatus, delivery: Delivery) -> Component:
    report = delivery_report(settings(), delivery.delivery_id, language())
    name = f"letter-{status.upload_id}"
    field = dmc.Textarea(
        id=name,
        label=_("The letter, ready to be sent"),
        value="\n\n".join(report.letter),
        readOnly=True,
        autosize=True,
        maxRows=16,
    )
    copy = html.Button(
        _("Copy the letter"),
        type="button",
        className="button button-quiet",
        **{"data-copies": name, "data-copied": _("Copied")},
    )
    return html.Details(
        [html.Summary(_("Read and copy the letter")), field, copy], className="letter"
    )
