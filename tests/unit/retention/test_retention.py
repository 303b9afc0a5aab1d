"""What was kept long enough goes, and nothing else does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests.accounts import account
from warehouse.accounts.audit import record
from warehouse.erasure.retention import apply
from warehouse.erasure.retention.apply import apply_retention
from warehouse.erasure.retention.ledger_rows import expired_rows
from warehouse.erasure.retention.periods import periods
from warehouse.identity import COMMAND_LINE, Role
from warehouse.ledger.account_tables import AuditEntry, UserSession
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.ledger.tables import Delivery, DeliveryFinding, Explanation, State
from warehouse.ledger.view_tables import Annotation
from warehouse.ledger.workspace_tables import (
    BuildRequest,
    BuildState,
    Channel,
    Step,
    Upload,
    UploadState,
)
from warehouse.releases.landing import landing_file
from warehouse.releases.manifest import Manifest, Versions
from warehouse.releases.store import DATABASE_NAME, list_releases, publish
from warehouse.settings import Settings

NOW = datetime.now(UTC)
DAYS = {one.kind: one.days for one in periods()}


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


@pytest.fixture(params=[1, -1], ids=["a day too long", "a day to go"])
def age(request) -> int:
    """The days by which something is older than its period."""
    return request.param


def aged(kind: str, age: int) -> datetime:
    return NOW - timedelta(days=DAYS[kind] + age)


def delivery(state: State, decided_at: datetime) -> Delivery:
    return Delivery(
        delivery_id=f"D-{state.value}",
        fingerprint=state.value,
        file_name="april.csv",
        format="turflijst",
        state=state,
        received_at=decided_at,
        decided_at=decided_at,
        findings=[
            DeliveryFinding(
                check_id="a", severity="error", message_nl="nl", message_en="en"
            )
        ],
        explanations=[
            Explanation(
                check_id="a", text="x", explained_by="y", explained_at=decided_at
            )
        ],
    )


def removed(settings, *, dry_run: bool = False) -> dict[str, int]:
    return {
        one.period.kind: one.count
        for one in apply_retention(settings, dry_run=dry_run)
        if one.count
    }


def fill(settings, age: int) -> None:
    """One of everything, each as much older than its period."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.add(account("somebody", Role.VIEWER))
        session.flush()
        session.add_all(
            [
                delivery(State.REFUSED, aged("past_findings", age)),
                # What counts is not asked for its age.
                delivery(State.ACCEPTED, aged("past_findings", age)),
                UserSession(
                    session_hash="a",
                    user_id="u-somebody",
                    started_at=aged("user_sessions", age),
                    last_seen_at=aged("user_sessions", age),
                ),
                Annotation(
                    month=date(2008, 1, 1),
                    text="x",
                    user_id="u",
                    written_by="y",
                    written_at=aged("removed_notes", 1),
                    removed_at=aged("removed_notes", age),
                ),
                BuildRequest(
                    state=BuildState.PUBLISHED,
                    requested_by="y",
                    requested_at=NOW,
                    due_at=NOW,
                    ended_at=aged("job_records", age),
                ),
                upload(aged("upload_records", age)),
                *(erasure(state, aged("searches", age)) for state in ErasureState),
            ]
        )
        record(session, COMMAND_LINE, "seen", "page", "/")


def upload(ended_at: datetime) -> Upload:
    return Upload(
        upload_id="U-1",
        file_name="april.csv",
        size_bytes=1,
        channel=Channel.PERSON,
        uploaded_by="u",
        uploader_name="y",
        state=UploadState.DONE,
        step=Step.CHECKED,
        started_at=NOW,
        step_at=NOW,
        ended_at=ended_at,
    )


def erasure(state: ErasureState, found_at: datetime) -> Erasure:
    return Erasure(
        state=state,
        digest="d",
        marks=["m"],
        rows={},
        proof={},
        user_id="u",
        asked_by="y",
        found_at=found_at,
    )


EXPECTED = {
    "past_findings": 2,
    "upload_records": 1,
    "job_records": 1,
    "user_sessions": 1,
    "removed_notes": 1,
    "searches": 1,
}


def test_the_ledger_keeps_no_longer_than_it_says(settings, age):
    fill(settings, age)
    expected = EXPECTED if age > 0 else {}

    assert removed(settings, dry_run=True) == expected
    assert removed(settings) == expected
    assert removed(settings) == {}

    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        findings = session.scalars(select(DeliveryFinding.delivery_id)).all()
        assert ("D-refused" in findings) is (age < 0)
        assert "D-accepted" in findings
        count = session.scalar(select(func.count()).select_from(Delivery))
        assert count == 2
        trail = session.scalars(
            select(AuditEntry.action).order_by(AuditEntry.entry_id)
        ).all()
        assert trail == ["seen", *(["retention.apply"] if age > 0 else [])]


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.HELD, State.ACCEPTED])
def test_only_what_was_withdrawn_long_ago_loses_its_records(settings, state, age):
    file = landing_file(settings.landing_dir, f"D-{state.value}")
    file.parent.mkdir(parents=True)
    file.touch()
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.add(delivery(state, aged("withdrawn_records", age)))

    removed(settings, dry_run=True)
    assert file.exists()
    removed(settings)
    assert file.exists() is not (state is State.WITHDRAWN and age > 0)


def test_what_counted_long_enough_is_withdrawn_when_there_is_a_period(
    settings, age, monkeypatch
):
    tenth = [
        replace(one, days=10 if one.kind == "accepted_records" else None)
        for one in periods()
    ]
    monkeypatch.setattr(apply, "periods", lambda: tenth)
    file = landing_file(settings.landing_dir, "D-accepted")
    file.parent.mkdir(parents=True)
    file.touch()
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.add(delivery(State.ACCEPTED, NOW - timedelta(days=10 + age)))

    assert removed(settings) == ({"accepted_records": 1} if age > 0 else {})

    is_gone = age > 0
    assert file.exists() is not is_gone
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        kept = session.get_one(Delivery, "D-accepted")
        assert kept.state is (State.WITHDRAWN if is_gone else State.ACCEPTED)
        assert bool(session.scalar(select(BuildRequest))) is is_gone


def test_the_published_release_stays_however_old(settings, age):
    for release_id in ("20200101-000000-000", "20200102-000000-000"):
        folder = settings.work_dir / release_id
        folder.mkdir(parents=True)
        (folder / DATABASE_NAME).touch()
        publish(settings, folder, manifest(release_id, aged("past_releases", age)))

    removed(settings)

    kept = [one.release_id for one in list_releases(settings)]
    old = [] if age > 0 else ["20200101-000000-000"]
    assert kept == ["20200102-000000-000", *old]


def manifest(release_id: str, built_at: datetime) -> Manifest:
    versions = Versions(package="", code="", standard="", dbt="", duckdb="")
    return Manifest(
        release_id=release_id,
        built_at=built_at,
        as_of=date(2020, 1, 1),
        versions=versions,
        deliveries=[],
    )


def test_every_kind_with_a_period_is_removed_somewhere():
    elsewhere = {"withdrawn_records", "accepted_records", "past_releases"}
    for kind, days in DAYS.items():
        if days is not None:
            assert expired_rows(kind, NOW) or kind in elsewhere
