"""Which deliveries the published release holds, and when the next one can be seen."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from warehouse.jobs.build_requests import expected_at, last_build
from warehouse.ledger.workspace_tables import BuildState
from warehouse.messages import Message
from warehouse.releases.store import current_release
from warehouse.settings import Settings


@dataclass(frozen=True)
class Visibility:
    """The published release, and how the build stands that was asked for last.

    `expected_at` is None unless a build waits or runs; `told` says why one failed.
    """

    release_id: str | None
    released: frozenset[str]
    build: BuildState | None
    expected_at: datetime | None
    told: Message | None


def read_visibility(settings: Settings, session: Session) -> Visibility:
    """What is visible now, and what will be."""
    release = current_release(settings)
    released = {one.delivery_id for one in release.deliveries} if release else set()
    build = last_build(session)
    is_coming = build is not None and build.state in (
        BuildState.WAITING,
        BuildState.BUILDING,
    )
    told = None
    if build and build.message_nl and build.message_en:
        told = Message("build", build.message_nl, build.message_en)
    return Visibility(
        release_id=release.release_id if release else None,
        released=frozenset(released),
        build=build.state if build else None,
        expected_at=expected_at(settings, build) if build and is_coming else None,
        told=told,
    )
