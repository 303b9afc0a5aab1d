"""Objection and erasure as people ask for it: look, confirm, and have it done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from warehouse.accounts.access import require, require_place
from warehouse.accounts.audit import record
from warehouse.erasure.identifiers import Identifiers, asked_marks
from warehouse.erasure.landing import erase_from_delivery
from warehouse.erasure.marks import digest
from warehouse.erasure.record import (
    add_rows,
    asker_of,
    confirm,
    keep_found,
    list_erasures,
    rows_of,
)
from warehouse.erasure.releases import erase_from_releases, replaced_by
from warehouse.erasure.search import search, search_again
from warehouse.identity import Identity, Right
from warehouse.jobs.build_requests import enqueue_build, request_build
from warehouse.jobs.queue import job_queue
from warehouse.ledger.connection import Ledger, open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.ledger.tables import Delivery, State
from warehouse.ledger.workspace_tables import BuildRequest
from warehouse.privacy.pseudonyms import load_pseudonyms
from warehouse.releases.lock import build_lock
from warehouse.releases.store import list_releases
from warehouse.settings import Settings


@dataclass(frozen=True)
class FoundIn:
    """How many rows of a delivery belong to who was looked for."""

    delivery: Delivery
    rows: int


@dataclass(frozen=True)
class Search:
    """What was found: an erasure to confirm, counts, and the releases that hold it."""

    erasure_id: int
    deliveries: Sequence[FoundIn]
    releases: Sequence[str]

    @property
    def rows(self) -> int:
        """The number of rows in all."""
        return sum(one.rows for one in self.deliveries)


def find_person(settings: Settings, given: Identifiers, by: Identity) -> Search:
    """Find the rows of a person's household; nothing of the identifiers is kept.

    Raises UserError without the right, and when they say too little.
    """
    require(by, Right.ERASE_PERSONS)
    require_place(by, None)
    pseudonyms = load_pseudonyms(settings)
    asked = asked_marks(given, pseudonyms)
    with open_ledger(settings.database_url) as ledger:
        found = search(settings, ledger, asked)
        with ledger.writing() as session:
            kept = keep_found(session, found, digest(asked, pseudonyms), by)
            places = [
                FoundIn(get_delivery(session, delivery_id), len(rows))
                for delivery_id, rows in found.rows.items()
            ]
    releases = [
        one.release_id
        for one in list_releases(settings)
        if any(each.delivery_id in found.rows for each in one.deliveries)
    ]
    return Search(kept.erasure_id, places, releases)


def ask_erasure(settings: Settings, erasure_id: int, by: Identity) -> Erasure:
    """Have what was found erased by the worker; from now on the person objects.

    Raises UserError when `by` did not find it, or it was forgotten since.
    """
    erasure = confirm_erasure(settings, erasure_id, by)
    job_queue(settings).erase(erasure_id)
    return erasure


def confirm_erasure(settings: Settings, erasure_id: int, by: Identity) -> Erasure:
    """Write down that what was found is to be erased; somebody must carry it out."""
    require(by, Right.ERASE_PERSONS)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        return confirm(session, erasure_id, by)


def read_erasures(settings: Settings, by: Identity) -> list[Erasure]:
    """The erasures that were asked for, the latest first."""
    require(by, Right.ERASE_PERSONS)
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return list_erasures(session)


def carry_out(settings: Settings, erasure_id: int) -> Erasure:
    """Erase what was asked for, everywhere; done again it finishes what was broken off.

    Raises BuildRunningError while a release is built: it may hold the person.
    """
    with (
        open_ledger(settings.database_url) as ledger,
        build_lock(settings.home_dir),
    ):
        with ledger.reading() as session:
            erasure = session.get_one(Erasure, erasure_id)
        if erasure.state is not ErasureState.ASKED:
            return erasure
        found = search_again(settings, ledger, frozenset(erasure.marks))
        with ledger.writing() as session:
            rows = add_rows(session.get_one(Erasure, erasure_id), found)
        erase_from_releases(settings, erasure_id, rows)
        for delivery_id in rows:
            _erase_from(settings, ledger, erasure_id, delivery_id)
        return _finish(settings, ledger, erasure_id)


def find_again(settings: Settings) -> list[int]:
    """Ask again for erasures whose person came back; their numbers.

    A delivery that was being read when the person objected may have missed that.
    """
    with open_ledger(settings.database_url) as ledger:
        with ledger.reading() as session:
            done = [
                one for one in list_erasures(session) if one.state is ErasureState.DONE
            ]
        # All at once first: nobody came back, nearly always.
        everybody = frozenset().union(*(one.marks for one in done))
        if not everybody or not search_again(settings, ledger, everybody).rows:
            return []
        again = [
            one.erasure_id
            for one in done
            if search_again(settings, ledger, frozenset(one.marks)).rows
        ]
        with ledger.writing() as session:
            for erasure_id in again:
                session.get_one(Erasure, erasure_id).state = ErasureState.ASKED
    for erasure_id in again:
        job_queue(settings).erase(erasure_id)
    return again


def _erase_from(
    settings: Settings, ledger: Ledger, erasure_id: int, delivery_id: str
) -> None:
    with ledger.writing() as session:
        erasure = session.get_one(Erasure, erasure_id)
        rows = rows_of(erasure)[delivery_id]
        gone = erase_from_delivery(settings, session, delivery_id, rows)
        deliveries = erasure.proof.get("deliveries", {})
        before = deliveries.get(delivery_id, 0)
        counted = {**deliveries, delivery_id: before + gone}
        erasure.proof = {**erasure.proof, "deliveries": counted}


def _finish(settings: Settings, ledger: Ledger, erasure_id: int) -> Erasure:
    """Write the proof down, and have the figures counted again without the person."""
    made = replaced_by(settings, erasure_id)
    asked = None
    with ledger.writing() as session:
        erasure = session.get_one(Erasure, erasure_id)
        for old, manifest in made.items():
            for build in session.query(BuildRequest).filter_by(release_id=old):
                build.release_id = manifest.release_id
        erased = {
            manifest.release_id: one.rows
            for manifest in made.values()
            for one in manifest.erasures
            if one.erasure_id == erasure_id
        }
        counted = any(
            get_delivery(session, one).state is State.ACCEPTED for one in erasure.rows
        )
        erasure.proof = {"deliveries": {}, **erasure.proof, "releases": erased}
        erasure.rows = {}
        erasure.state = ErasureState.DONE
        erasure.done_at = datetime.now(UTC)
        asker = asker_of(erasure)
        proof = {"digest": erasure.digest, **erasure.proof}
        record(session, asker, "person.erased", "erasure", str(erasure_id), **proof)
        if counted:
            asked = request_build(session, erasure.asked_by, settings.build_delay)
    if asked:
        enqueue_build(settings, asked)
    return erasure
