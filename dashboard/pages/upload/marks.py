"""Marks of uploads: texts that change whenever what is shown of them must."""

from typing import Any

from dashboard.server.context import ledger, settings
from warehouse.deliveries.uploads.status import UploadStatus, list_upload_statuses
from warehouse.identity import Identity
from warehouse.jobs.visibility import Visibility, read_visibility

RELEASE = "upload-release"
"""The mark of the release that is made, beside those of the uploads."""


def standing(who: Identity) -> dict[str, Any]:
    """Return the marks that `who` may see, and whether anything is running."""
    statuses = list_upload_statuses(ledger(), who)
    with ledger().reading() as session:
        visibility = read_visibility(settings(), session)
    marks = {one.upload_id: mark_of(one, visibility) for one in statuses}
    marks[RELEASE] = _release_mark(visibility)
    is_running = any(one.is_running for one in statuses)
    return {"marks": marks, "isRunning": is_running or bool(visibility.expected_at)}


def mark_of(status: UploadStatus, visibility: Visibility) -> str:
    """Return the mark of one upload."""
    parts = (
        *(status.state, status.step, status.rows_done, status.delivery_state),
        *(status.decided_by, status.is_being_accepted),
        status.told.nl[:40] if status.told else "",
        status.delivery_id in visibility.released,
        _release_mark(visibility) if status.delivery_state == "accepted" else "",
    )
    return "/".join(map(str, parts))


def _release_mark(visibility: Visibility) -> str:
    expected = visibility.expected_at
    time = f"{expected:%H:%M}" if expected else ""
    return f"{visibility.release_id} {visibility.build} {time}"
