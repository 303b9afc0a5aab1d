"""The gate for an upload that was landed: the second half of its delivery."""

import logging

from warehouse.deliveries.check import check_landed, decide, write_checked
from warehouse.deliveries.placing import NOWHERE
from warehouse.deliveries.uploads.record import advance, end, get_upload
from warehouse.errors import whereabouts
from warehouse.jobs.build_requests import enqueue_build, request_build
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import get_delivery, move, supersede
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import (
    BuildRequest,
    Channel,
    Step,
    UploadState,
)
from warehouse.messages import message
from warehouse.settings import Settings

log = logging.getLogger(__name__)


def check_upload(settings: Settings, upload_id: str) -> None:
    """Run the gate and decide, or leave the decision to people; never raises.

    An upload whose check has begun, or is done, is left alone.
    """
    with open_ledger(settings.database_url) as ledger:
        if not _claim(ledger, upload_id):
            return
        try:
            asked = _check(settings, ledger, upload_id)
        except Exception as error:
            log.error("upload %s: %s", upload_id, whereabouts(error))
            with ledger.writing() as session:
                upload = get_upload(session, upload_id)
                end(upload, UploadState.FAILED, message("upload.checking_failed"))
            return
    if asked:
        enqueue_build(settings, asked)


def _claim(ledger: Ledger, upload_id: str) -> bool:
    with ledger.writing() as session:
        upload = get_upload(session, upload_id)
        is_next = upload.state is UploadState.RUNNING and upload.step is Step.READ
        if is_next:
            advance(upload, Step.CHECKING)
        return is_next


def _check(settings: Settings, ledger: Ledger, upload_id: str) -> BuildRequest | None:
    """Check, and write down what came of it; the build that an acceptance asks for."""
    with ledger.reading() as session:
        upload = get_upload(session, upload_id)
        delivery = get_delivery(session, upload.delivery_id or "")
    placing, gate = check_landed(settings, delivery, NOWHERE)
    with ledger.writing() as session:
        upload = get_upload(session, upload_id)
        current = get_delivery(session, delivery.delivery_id)
        advance(upload, Step.CHECKED)
        if current.state is not State.RECEIVED:
            end(upload, UploadState.DONE, message("upload.decided"))
            return None
        write_checked(current, placing, gate)
        is_automatic = upload.channel is Channel.AUTOMATIC
        if is_automatic and decide(placing, gate, upload.said_yes) is State.ACCEPTED:
            move(session, current, State.ACCEPTED, actor=upload.uploader_name)
            if current.replaces:
                old = get_delivery(session, current.replaces)
                supersede(session, old, current, upload.uploader_name)
            end(upload, UploadState.DONE, message("upload.accepted"))
            return request_build(session, upload.uploader_name, settings.build_delay)
        move(session, current, State.HELD, actor=upload.uploader_name)
        end(upload, UploadState.DONE, message("upload.waits"))
        return None
