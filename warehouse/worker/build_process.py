"""Builds one release that was asked for, in a process of its own.

python -m warehouse.worker.build_process BUILD_ID LOCK

LOCK is the descriptor of the lock on builds, held until this process ends.
"""

import sys

from warehouse.errors import UserError, whereabouts
from warehouse.ledger.workspace_tables import BuildState
from warehouse.messages import Message, message
from warehouse.publishing.make_release import build_release
from warehouse.releases.lock import BuildRunningError
from warehouse.settings import Settings
from warehouse.worker.run_builds import end_build, wait_again


def build_requested(settings: Settings, build_id: int) -> None:
    """Build, and write down how it ended; what is published stays when it fails."""
    try:
        manifest = build_release(settings)
    except BuildRunningError:
        wait_again(settings, build_id)
    except UserError as error:
        why = Message("build.failed", error.message_nl, error.message_en)
        end_build(settings, build_id, BuildState.FAILED, why=why)
    except Exception as error:
        print(whereabouts(error), file=sys.stderr)
        why = message("build.unexpected")
        end_build(settings, build_id, BuildState.FAILED, why=why)
    else:
        release_id = manifest.release_id
        end_build(settings, build_id, BuildState.PUBLISHED, release_id)


if __name__ == "__main__":
    build_requested(Settings(), int(sys.argv[1]))
