"""Removes what killed processes left behind, before a release is made."""

import shutil
import time

from warehouse.ledger.connection import open_ledger
from warehouse.releases.landing_files import KEPT_STATES, remove_unowned
from warehouse.settings import Settings

BUILD_PREFIX = "build-"
LEFT_FOLDERS = ("gate-*", "docs-*")
# A file that was being written has a hidden name until it is whole.
LEFT_FILES = ("delivery-*", ".delivery-*.part")
SECONDS_OF_A_DAY = 24 * 3600


def sweep(settings: Settings) -> None:
    """Remove the remains; whoever calls it holds the build lock.

    The lock says that no build runs. A delivery may be under way, but not for a day.
    """
    for folder in settings.work_dir.glob(f"{BUILD_PREFIX}*"):
        shutil.rmtree(folder)
    oldest = time.time() - SECONDS_OF_A_DAY
    for pattern in (*LEFT_FOLDERS, *LEFT_FILES):
        for left in settings.work_dir.glob(pattern):
            if left.stat().st_mtime >= oldest:
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
    with open_ledger(settings.database_url) as ledger:
        remove_unowned(ledger, settings.landing_dir, KEPT_STATES)
