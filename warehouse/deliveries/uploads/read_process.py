"""Reads one uploaded file in a process of its own.

    python -m warehouse.deliveries.uploads.read_process UPLOAD_ID FILE LOCK

FILE is the descriptor of the file in memory, LOCK that of the upload's lock, which is
held until this process ends. What is written is the landing file, in which
nobody can be recognised, and the ledger.
"""

import sys
from pathlib import Path

from warehouse.deliveries.uploads.read_upload import Reading
from warehouse.deliveries.uploads.record import end, get_upload
from warehouse.errors import whereabouts
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.workspace_tables import UploadState
from warehouse.messages import message
from warehouse.settings import Settings


def read_upload(settings: Settings, upload_id: str, file: Path) -> None:
    """Read and land an upload, and have it checked; writes down how it ended."""
    with open_ledger(settings.database_url) as ledger:
        with ledger.reading() as session:
            upload = get_upload(session, upload_id)
        try:
            is_landed = Reading.of(settings, ledger, upload, file).run()
        except Exception as error:
            # Its own words may hold a value of the file; where it happened does not.
            print(whereabouts(error), file=sys.stderr)
            with ledger.writing() as session:
                upload = get_upload(session, upload_id)
                end(upload, UploadState.FAILED, message("upload.reading_failed"))
            return
    if is_landed:
        job_queue(settings).check(upload_id)


if __name__ == "__main__":
    read_upload(Settings(), sys.argv[1], Path(f"/proc/self/fd/{sys.argv[2]}"))
