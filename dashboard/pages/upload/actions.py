"""What the buttons of the upload page do: decide, check again, build again."""

from collections.abc import Callable
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard.components.forms import attempt
from dashboard.pages.upload import findings
from dashboard.pages.upload.decisions import BUTTON, FIELD
from dashboard.pages.upload.list import RELEASE, RETRY_BUILD
from dashboard.server.context import ForbiddenError, demand, ledger, settings
from dashboard.words.i18n import gettext as _
from warehouse.deliveries.acceptances import ask_acceptance
from warehouse.deliveries.decide import hold_delivery, refuse_delivery
from warehouse.deliveries.history.decisions import restore, withdraw
from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads.receive_upload import retry_check
from warehouse.deliveries.uploads.status import UploadStatus, read_upload_status
from warehouse.identity import Identity, Right
from warehouse.jobs.build_requests import ask_for_release, retry_build
from warehouse.ledger.tables import State as DeliveryState
from warehouse.messages import user_error
from warehouse.stewardship.months.calendar import read_month

Answers = dict[str, str]
Action = Callable[[Identity, UploadStatus, Answers], str]


def register(app: Dash) -> None:
    """Connect the buttons."""
    findings.register(app)
    app.callback(
        Output({"type": "upload-answer", "id": MATCH}, "children"),
        Input({"type": BUTTON, "id": MATCH, "kind": ALL}, "n_clicks"),
        State({"type": FIELD, "id": MATCH, "name": ALL}, "value"),
        State({"type": FIELD, "id": MATCH, "name": ALL}, "id"),
        prevent_initial_call=True,
    )(decide)
    app.callback(
        Output(RELEASE, "title"),
        Input(RETRY_BUILD, "n_clicks"),
        prevent_initial_call=True,
    )(build_again)


def decide(
    clicks: list[int | None] | None,
    values: list[str | None] | None,
    ids: list[dict[str, str]] | None,
) -> object:
    """Do what a button of an upload says; return what to say of it."""
    who = demand(Right.DELIVER)
    pressed = ctx.triggered_id
    if not any(clicks or []) or not isinstance(pressed, dict):
        raise PreventUpdate
    named = zip(ids or [], values or [], strict=True)
    answers = {key["name"]: value.strip() for key, value in named if value}
    return attempt(lambda: _act(who, pressed, answers))[0]


def build_again(clicks: int | None) -> str:
    """Ask for a release again, after one failed."""
    who = demand(Right.DECIDE)
    if not clicks:
        raise PreventUpdate
    retry_build(settings(), who)
    return ""


def _act(who: Identity, pressed: dict[str, Any], answers: Answers) -> str:
    status = read_upload_status(ledger(), who, str(pressed["id"]))
    right, action = _ACTIONS[str(pressed["kind"])]
    if not who.may(right):
        raise ForbiddenError(right)
    if status.delivery_id is None:
        raise user_error("upload.unknown", upload_id=status.upload_id)
    return action(who, status, answers)


def _accept(who: Identity, status: UploadStatus, answers: Answers) -> str:
    place = Place(
        answers.get("district"), answers.get("pilot"), read_month(answers.get("period"))
    )
    ask_acceptance(
        settings(),
        status.delivery_id or "",
        place,
        by=who,
        reason=answers.get("reason"),
        replaces=answers.get("replaces"),
    )
    return _("It is checked once more, and then accepted.")


def _hold(who: Identity, status: UploadStatus, answers: Answers) -> str:
    hold_delivery(settings(), status.delivery_id or "", answers.get("reason"), who)
    if status.delivery_state is DeliveryState.ACCEPTED:
        ask_for_release(settings(), who)
    return _("The delivery is held.")


def _refuse(who: Identity, status: UploadStatus, answers: Answers) -> str:
    refuse_delivery(settings(), status.delivery_id or "", answers.get("reason"), who)
    return _("The delivery is refused; its records are removed.")


def _withdraw(who: Identity, status: UploadStatus, answers: Answers) -> str:
    withdraw(settings(), who, status.delivery_id or "", answers.get("reason", ""))
    return _("The delivery is withdrawn; it can be restored.")


def _restore(who: Identity, status: UploadStatus, answers: Answers) -> str:
    restore(settings(), who, status.delivery_id or "", answers.get("reason", ""))
    return _("The delivery is restored.")


def _retry(who: Identity, status: UploadStatus, _answers: Answers) -> str:
    retry_check(settings(), who, status.upload_id)
    return _("The check begins again.")


_ACTIONS: dict[str, tuple[Right, Action]] = {
    "accept": (Right.DECIDE, _accept),
    "hold": (Right.DECIDE, _hold),
    "refuse": (Right.DECIDE, _refuse),
    "withdraw": (Right.DECIDE, _withdraw),
    "restore": (Right.DECIDE, _restore),
    "retry": (Right.DELIVER, _retry),
}
