"""What may be decided about an uploaded file, with answers and a reason."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named
from dashboard.components.forms import Id, button, select, text_area
from dashboard.pages.upload.form import UNSAID, place_fields
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads.status import UploadStatus
from warehouse.identity import Identity, Right
from warehouse.ledger.tables import Delivery, State
from warehouse.ledger.workspace_tables import Step, UploadState

BUTTON, FIELD = "upload-decide", "upload-field"


def decisions(
    status: UploadStatus,
    delivery: Delivery,
    candidates: Sequence[Delivery],
    who: Identity,
) -> list[Component]:
    """Return the form for who may decide; for others what they wait for."""
    key = status.upload_id
    if status.state is UploadState.FAILED and status.step is Step.CHECKING:
        return [_button(key, "retry", _("Check again"), "quiet")]
    if not (who.may(Right.DECIDE) and who.sees(delivery.district)):
        is_held = delivery.state is State.HELD
        text = _("The coordination point decides about this delivery.")
        return [html.P(text, className="shown")] if is_held else []
    if delivery.state is State.HELD:
        return [_held(key, delivery, candidates, who)]
    if delivery.state is State.ACCEPTED:
        return [
            _form(
                key,
                _("Take it out again"),
                [_reason(key)],
                [
                    _button(key, "hold", _("Hold"), "quiet"),
                    _button(key, "withdraw", _("Withdraw"), "danger"),
                ],
            )
        ]
    if delivery.state is State.WITHDRAWN:
        restore = _button(key, "restore", _("Restore"), "quiet")
        return [_form(key, _("Restore"), [_reason(key)], [restore])]
    return []


def _held(
    key: str, delivery: Delivery, candidates: Sequence[Delivery], who: Identity
) -> Component:
    place = Place(delivery.district, delivery.pilot, delivery.period)
    earlier = [
        (UNSAID, _("No earlier delivery")),
        *((one.delivery_id, _described(one)) for one in candidates),
    ]
    fields = [
        *place_fields(who, place, _("Not known"), lambda name: _field(key, name)),
        select(
            _field(key, "replaces"),
            _("Takes the place of"),
            earlier,
            delivery.replaces or UNSAID,
        ),
    ]
    note = _(
        "Is the format wrong? Then upload the file again and choose the format above "
        "the list: the file itself was not kept."
    )
    return _form(
        key,
        _("Decide"),
        [*fields, _reason(key), html.P(note, className="shown form-wide")],
        [
            _button(key, "accept", _("Accept"), "strong"),
            _button(key, "hold", _("Hold"), "quiet"),
            _button(key, "refuse", _("Refuse"), "danger"),
        ],
    )


def _described(one: Delivery) -> str:
    month = formats.month(one.period) if one.period else formats.day(one.received_at)
    return f"{one.file_name}, {month}"


def _reason(key: str) -> Component:
    hint = _(
        "Required, except to accept. Write no personal data. It is kept with your name."
    )
    return text_area(_field(key, "reason"), _("Why"), hint)


def _field(key: str, name: str) -> Id:
    return {"type": FIELD, "id": key, "name": name}


def _button(key: str, kind: str, label: str, looks: str) -> Component:
    return button({"type": BUTTON, "id": key, "kind": kind}, label, looks)


def _form(
    key: str, label: str, fields: Sequence[Component], buttons: Sequence[Component]
) -> Component:
    heading = f"decide-{key}"
    return html.Div(
        [
            html.H3(label, id=heading),
            html.Div(list(fields), className="form-fields"),
            html.Div(list(buttons), className="form-buttons"),
        ],
        role="group",
        className="upload-part",
        **named("aria-labelledby", heading),
    )
