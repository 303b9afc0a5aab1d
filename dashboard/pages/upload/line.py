"""One uploaded file in a line: what it is, how far it is, and what was found."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import Attributes, hook, named
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import (
    district_labels,
    format_labels,
    pilot_labels,
    severity_labels,
    state_labels,
)
from warehouse.deliveries.uploads.status import UploadStatus
from warehouse.jobs.visibility import Visibility
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import Step, UploadState

_STEPS = (Step.RECEIVED, Step.RECOGNISED, Step.READ, Step.CHECKED)
_ORDER = list(Step)


def line(status: UploadStatus, visibility: Visibility) -> list[Component]:
    """Return the parts of the line."""
    kind = _kind(status)
    return [
        html.Span(
            [
                html.Span(status.file_name, className="upload-name"),
                html.Span(
                    _standing(status, visibility),
                    className=f"badge badge-{kind}",
                    **named("data-upload-state", kind),
                ),
            ],
            className="upload-head",
        ),
        html.Span(_place(status), className="upload-place"),
        _progress(status) if _has_progress(status) else _counts(status),
    ]


def moment(value: datetime) -> str:
    """Write a moment in the time of the server, the time alone when it is today."""
    local = value.astimezone()
    is_today = local.date() == datetime.now().astimezone().date()
    return f"{local:%H:%M}" if is_today else formats.moment(local)


def _has_progress(status: UploadStatus) -> bool:
    return status.state is UploadState.RUNNING


def _kind(status: UploadStatus) -> str:
    """Return the class that colours the badge: a state of upload or delivery."""
    if status.state is not UploadState.DONE or status.delivery_state is None:
        return status.state.value
    return status.delivery_state.value


def _standing(status: UploadStatus, visibility: Visibility) -> str:
    if status.state is not UploadState.DONE:
        return {
            UploadState.RUNNING: _running(status),
            UploadState.REFUSED: _("Refused"),
            UploadState.INTERRUPTED: _("Interrupted: upload again"),
            UploadState.FAILED: _("Went wrong"),
        }[status.state]
    if status.is_being_accepted:
        return _("Being accepted")
    if status.delivery_state is State.HELD:
        return _("Waits for a decision")
    if status.delivery_state is State.ACCEPTED:
        return _accepted(status, visibility)
    if status.delivery_state is None:
        return _("There already")
    return state_labels()[status.delivery_state]


def _running(status: UploadStatus) -> str:
    return {
        Step.RECEIVING: _("Being received"),
        Step.RECEIVED: _("Waits to be read"),
        Step.RECOGNISED: _("Being read"),
        Step.READ: _("Waits to be checked"),
        Step.CHECKING: _("Being checked"),
        Step.CHECKED: _("Checked"),
    }[status.step]


def _accepted(status: UploadStatus, visibility: Visibility) -> str:
    if status.delivery_id in visibility.released:
        return _("In release %(id)s") % {"id": visibility.release_id}
    if visibility.expected_at:
        time = moment(visibility.expected_at)
        return _("Accepted, visible at about %(time)s") % {"time": time}
    return _("Accepted, not in a release yet")


def _place(status: UploadStatus) -> str:
    period = formats.month(status.period) if status.period else None
    sent = _("%(who)s, %(when)s") % {
        "who": status.uploaded_by,
        "when": moment(status.started_at),
    }
    parts = (
        format_labels().get(status.format or "", status.format),
        district_labels().get(status.district or "", status.district),
        pilot_labels().get(status.pilot or "", status.pilot),
        period,
        sent,
    )
    return " · ".join(part for part in parts if part)


def _progress(status: UploadStatus) -> Component:
    words = {
        Step.RECEIVED: _("received"),
        Step.RECOGNISED: _("recognised"),
        Step.READ: _("read"),
        Step.CHECKED: _("checked"),
    }
    reached = _ORDER.index(status.step)
    steps = [
        html.Span(
            [html.Span("✓ " if is_done else "… ", **_silent()), words[step]],
            className="step step-done" if is_done else "step",
        )
        for step in _STEPS
        for is_done in [reached >= _ORDER.index(step)]
    ]
    done = status.rows_done
    rows = _("%(rows)s rows") % {"rows": formats.number(done)}
    return html.Span(
        [
            *steps,
            html.Span(
                rows, className="step-rows", **hook("rows_done", status.rows_done)
            )
            if status.rows_done
            else None,
        ],
        className="steps",
        **named("data-step", status.step.value),
    )


def _silent() -> Attributes:
    """Return the attributes of a sign that the words beside it say too."""
    return named("aria-hidden", "true")


def _counts(status: UploadStatus) -> Component:
    words = severity_labels()
    counts: list[Component] = [
        html.Span(
            f"{formats.number(count)} × {words[severity].lower()}",
            className=f"count count-{severity}",
            **hook(f"findings_{severity}", count),
        )
        for severity, count in status.findings.items()
    ]
    if status.rows_read:
        text = _("%(accepted)s of %(read)s rows count") % {
            "accepted": formats.number(status.rows_accepted),
            "read": formats.number(status.rows_read),
        }
        counts.insert(0, html.Span(text, className="count"))
    is_good = status.state is UploadState.DONE
    told = status.told.text(language()) if status.told and not is_good else ""
    return html.Span(
        [*counts, html.Span(told, className="upload-told") if told else None],
        className="counts",
    )
