"""Applying the periods: removes what was kept long enough, and says how much."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.accounts.audit import record
from warehouse.erasure.retention.deliveries import remove_withdrawn, withdraw_expired
from warehouse.erasure.retention.ledger_rows import (
    count_rows,
    expired_rows,
    remove_rows,
)
from warehouse.erasure.retention.periods import Period, periods
from warehouse.erasure.service import find_again
from warehouse.identity import COMMAND_LINE, Identity, Role
from warehouse.ledger.connection import open_ledger
from warehouse.releases.lock import BuildRunningError, build_lock
from warehouse.releases.store import current_release, list_releases
from warehouse.settings import Settings

WORKER = Identity("worker", "worker", Role.COORDINATOR)
"""In whose name the periods are applied at night."""


@dataclass(frozen=True)
class Removed:
    """How many things of a kind were removed, or would be."""

    period: Period
    count: int


def apply_retention(
    settings: Settings, by: Identity = COMMAND_LINE, *, dry_run: bool = False
) -> list[Removed]:
    """Remove what was kept long enough; of every kind, how much that was.

    With `dry_run` only counts. Releases wait for the next time while one is built.
    """
    now = datetime.now(UTC)
    removed = [
        Removed(period, _apply(settings, period, now, by, dry_run=dry_run))
        for period in periods()
    ]
    counts = {one.period.kind: one.count for one in removed if one.count}
    if counts and not dry_run:
        with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
            record(session, by, "retention.apply", "retention", "all", **counts)
    return removed


def apply_at_night(settings: Settings) -> None:
    """Apply the periods, and look whether anybody who objects came back unseen."""
    apply_retention(settings, WORKER)
    find_again(settings)


def _apply(
    settings: Settings, period: Period, now: datetime, by: Identity, *, dry_run: bool
) -> int:
    before = period.before(now)
    if before is None:
        return 0
    if period.kind == "past_releases":
        return _past_releases(settings, before, dry_run=dry_run)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        if period.kind == "withdrawn_records":
            return remove_withdrawn(settings, session, before, dry_run=dry_run)
        if period.kind == "accepted_records":
            return withdraw_expired(settings, session, before, by, dry_run=dry_run)
        expired = expired_rows(period.kind, before)
        return (count_rows if dry_run else remove_rows)(session, expired)


def _past_releases(settings: Settings, before: datetime, *, dry_run: bool) -> int:
    current = current_release(settings)
    past: list[Path] = [
        settings.releases_dir / one.release_id
        for one in list_releases(settings)
        if one.built_at < before
        and (current is None or one.release_id != current.release_id)
    ]
    if dry_run or not past:
        return len(past)
    try:
        with build_lock(settings.home_dir):
            for folder in past:
                shutil.rmtree(folder, ignore_errors=True)
    except BuildRunningError:
        return 0
    return len(past)
