"""From an upload to a decision: by people, or by the rule of automatic ones.

The gate finds nothing here, and quickly; tests/integration and tests/browser run it.
"""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from tests.integration.files import SIGNALS, transfer_form
from warehouse.deliveries import acceptances, check
from warehouse.deliveries.acceptances import ask_acceptance, carry_out
from warehouse.deliveries.decide import (
    hold_delivery,
    refuse_delivery,
    restore_delivery,
    withdraw_delivery,
)
from warehouse.deliveries.gate import GateResult
from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads import receive_upload
from warehouse.deliveries.uploads.check_upload import check_upload
from warehouse.deliveries.uploads.comparison import compare_with_earlier, replaceable
from warehouse.deliveries.uploads.read_upload import Reading
from warehouse.deliveries.uploads.record import Said, get_upload
from warehouse.deliveries.uploads.status import list_upload_statuses, read_upload_status
from warehouse.errors import UserError
from warehouse.identity import Identity, Role
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import (
    Acceptance,
    BuildRequest,
    BuildState,
    Channel,
    UploadState,
)
from warehouse.releases.landing import landing_file
from warehouse.worker import run_builds

PLACE = Place("centrum", "vroegmelding-centrum-2007")
COORDINATOR = Identity("u-coordinator", "Coordinator", Role.COORDINATOR)
DELIVERER = Identity("u-centrum", "Centrum", Role.DELIVERER, frozenset({"centrum"}))
NORTH = Identity("u-noord", "Noord", Role.DELIVERER, frozenset({"noord"}))


@pytest.fixture(autouse=True)
def gate(monkeypatch):
    """A gate that finds nothing; the severities in its list are said to fail."""
    failed: list[str] = []

    def run(_settings, _delivery):
        return GateResult((), frozenset(failed), rows_rejected=0)

    monkeypatch.setattr(check, "run_delivery_gate", run)
    return failed


@pytest.fixture
def upload(settings, ledger, tmp_path, monkeypatch):
    """Upload a file and check it, in this process; gives how it stands then."""

    def read(_settings, upload_id, file, lock):
        with ledger.reading() as session:
            found = get_upload(session, upload_id)
        path = tmp_path / "copy"
        path.write_bytes(Path(f"/proc/self/fd/{file.descriptor}").read_bytes())
        if Reading.of(settings, ledger, found, path).run():
            check_upload(settings, upload_id)
        receive_upload.unlock_upload(settings, upload_id, lock)

    monkeypatch.setattr(receive_upload, "read_apart", read)

    def run(who, number, said=None, channel=Channel.PERSON, signals=SIGNALS):
        # Every file has other numbers, or it would be the same file again.
        own = tuple(one.replace("X-", f"{number}-") for one in signals)
        file = transfer_form(tmp_path / f"{number}.csv", own)
        upload_id = receive_upload.start_upload(
            settings,
            who,
            io.BytesIO(file.read_bytes()),
            file.name,
            said or Said(place=PLACE),
            channel=channel,
        )
        return read_upload_status(ledger, who, upload_id)

    return run


def accept(settings, delivery_id, answer=Place(), **options):  # noqa: B008  frozen
    acceptance_id = ask_acceptance(
        settings, delivery_id, answer, by=COORDINATOR, **options
    )
    carry_out(settings, acceptance_id)
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return session.get_one(Acceptance, acceptance_id)


def delivery(ledger, delivery_id):
    with ledger.reading() as session:
        return get_delivery(session, delivery_id)


def test_what_a_person_uploads_waits_until_a_coordinator_accepts(
    upload, settings, ledger
):
    status = upload(DELIVERER, "A")
    assert (status.state, status.delivery_state) == (UploadState.DONE, State.HELD)
    assert "wacht" in status.told.nl
    with pytest.raises(UserError):
        ask_acceptance(settings, status.delivery_id, PLACE, by=DELIVERER)

    done = accept(settings, status.delivery_id, reason="Checked by phone.")
    assert done.message_nl is None
    found = delivery(ledger, status.delivery_id)
    assert (found.state, found.decided_by) == (State.ACCEPTED, "Coordinator")
    assert found.events[-1].reason == "Checked by phone."
    assert [event.actor for event in found.events] == [
        *("Centrum", "Centrum"),
        "Coordinator",
    ]
    with ledger.reading() as session:
        (build,) = session.scalars(select(BuildRequest))
        actions = set(session.scalars(select(AuditEntry.action)))
    assert build.requested_by == "Coordinator"
    assert {"upload.receive", "delivery.ask_acceptance", "delivery.accept"} <= actions


def test_a_wish_is_carried_out_once(upload, settings, ledger):
    status = upload(COORDINATOR, "B")
    first = ask_acceptance(settings, status.delivery_id, Place(), by=COORDINATOR)
    with pytest.raises(UserError):
        ask_acceptance(settings, status.delivery_id, Place(), by=COORDINATOR)
    carry_out(settings, first)
    carry_out(settings, first)
    steps = [event.state for event in delivery(ledger, status.delivery_id).events]
    assert steps == [State.RECEIVED, State.HELD, State.ACCEPTED]


def test_an_open_question_keeps_it_held_until_it_is_answered(upload, settings, ledger):
    status = upload(COORDINATOR, "C", Said())
    assert status.findings["blocking"] == 2
    done = accept(settings, status.delivery_id)
    assert "2" in done.message_nl
    assert read_upload_status(ledger, COORDINATOR, status.upload_id).told.nl
    assert accept(settings, status.delivery_id, PLACE).message_nl is None
    assert delivery(ledger, status.delivery_id).district == "centrum"


def test_an_automatic_one_is_accepted_by_the_rule(upload, ledger):
    status = upload(DELIVERER, "D", Said(place=PLACE, yes=True), Channel.AUTOMATIC)
    assert status.delivery_state is State.ACCEPTED
    assert delivery(ledger, status.delivery_id).decided_by == "Centrum"


def test_an_automatic_one_with_an_error_is_held_unless_told_otherwise(upload, gate):
    gate.append("error")
    held = upload(DELIVERER, "M", channel=Channel.AUTOMATIC)
    assert held.delivery_state is State.HELD
    said = Said(place=PLACE, yes=True)
    accepted = upload(DELIVERER, "N", said, Channel.AUTOMATIC)
    assert accepted.delivery_state is State.ACCEPTED


def test_a_blocking_check_keeps_it_held(upload, settings, gate):
    status = upload(COORDINATOR, "O")
    gate.append("blocking")
    assert accept(settings, status.delivery_id).message_nl


def test_a_check_that_went_wrong_can_be_repeated(upload, settings, ledger, monkeypatch):
    def fail(*_):
        raise ValueError("somebody's value")

    whole = check.run_delivery_gate
    monkeypatch.setattr(check, "run_delivery_gate", fail)
    status = upload(COORDINATOR, "P")
    assert (status.state, status.delivery_state) == (UploadState.FAILED, State.RECEIVED)
    assert "somebody" not in status.told.en

    monkeypatch.setattr(check, "run_delivery_gate", whole)
    receive_upload.retry_check(settings, COORDINATOR, status.upload_id)
    check_upload(settings, status.upload_id)
    again = read_upload_status(ledger, COORDINATOR, status.upload_id)
    assert (again.state, again.delivery_state) == (UploadState.DONE, State.HELD)


def test_an_automatic_one_with_a_question_is_held(upload):
    status = upload(COORDINATOR, "E", Said(yes=True), Channel.AUTOMATIC)
    assert status.delivery_state is State.HELD


def test_a_replacement_takes_the_place_of_the_other(upload, settings, ledger):
    old = upload(COORDINATOR, "F")
    accept(settings, old.delivery_id)
    new = upload(COORDINATOR, "G", signals=SIGNALS[:2])
    with pytest.raises(UserError):
        accept(settings, new.delivery_id, replaces=old.delivery_id)
    accept(settings, new.delivery_id, replaces=old.delivery_id, reason="A mistake.")
    assert delivery(ledger, old.delivery_id).state is State.REPLACED
    assert delivery(ledger, old.delivery_id).replaced_by == new.delivery_id
    with ledger.reading() as session:
        found = compare_with_earlier(session, new.delivery_id)
    assert found.earlier.delivery_id == old.delivery_id
    counts = {one.name: (one.now, one.before) for one in found.counts}
    assert counts["rows_read"] == (2, 3)


def test_one_that_waits_can_be_replaced_too(upload, settings, ledger):
    old = upload(COORDINATOR, "Q")
    elsewhere = upload(COORDINATOR, "R", Said(place=Place("noord")))
    new = upload(COORDINATOR, "S")
    with ledger.reading() as session:
        offered = replaceable(session, get_delivery(session, new.delivery_id))
    assert [one.delivery_id for one in offered] == [old.delivery_id]
    assert elsewhere.delivery_state is State.HELD
    accept(settings, new.delivery_id, replaces=old.delivery_id, reason="A mistake.")
    assert delivery(ledger, old.delivery_id).state is State.REPLACED


def test_a_build_waits_for_the_acceptances_in_hand(
    upload, settings, ledger, monkeypatch
):
    begun = []

    def start(_settings, _module, build_id, _descriptors):
        begun.append(int(build_id))
        run_builds.end_build(settings, int(build_id), BuildState.PUBLISHED, "r1")
        return SimpleNamespace(wait=lambda: 0)

    monkeypatch.setattr(run_builds, "start_module", start)
    first, second = (upload(COORDINATOR, number) for number in "TU")
    accept(settings, first.delivery_id)
    wish = ask_acceptance(settings, second.delivery_id, Place(), by=COORDINATOR)
    with ledger.reading() as session:
        build_id = session.scalars(select(BuildRequest)).one().build_id
    run_builds.run_build(settings, build_id)
    assert begun == []

    queued = []
    monkeypatch.setattr(
        acceptances, "enqueue_build", lambda _, asked: queued.append(asked.build_id)
    )
    carry_out(settings, wish)
    run_builds.run_build(settings, build_id)
    assert queued == begun == [build_id]


def test_a_refused_delivery_leaves_the_reason_and_no_records(upload, settings, ledger):
    status = upload(COORDINATOR, "H")
    with pytest.raises(UserError):
        refuse_delivery(settings, status.delivery_id, " ", COORDINATOR)
    refuse_delivery(settings, status.delivery_id, "Another year.", COORDINATOR)
    found = delivery(ledger, status.delivery_id)
    assert (found.state, found.events[-1].reason) == (State.REFUSED, "Another year.")
    assert not landing_file(settings.landing_dir, status.delivery_id).exists()


def test_a_withdrawn_delivery_comes_back_as_it_was(upload, settings, ledger):
    status = upload(COORDINATOR, "I")
    accept(settings, status.delivery_id)
    number = delivery(ledger, status.delivery_id).sequence
    withdraw_delivery(settings, status.delivery_id, "Too early.", COORDINATOR)
    restore_delivery(settings, status.delivery_id, "After all.", COORDINATOR)
    found = delivery(ledger, status.delivery_id)
    assert (found.state, found.sequence) == (State.ACCEPTED, number)
    hold_delivery(settings, status.delivery_id, "Doubtful.", COORDINATOR)
    assert delivery(ledger, status.delivery_id).state is State.HELD


def test_what_came_again_cannot_be_restored_beside_it(upload, settings):
    first = upload(COORDINATOR, "J")
    withdraw_delivery(settings, first.delivery_id, "Too early.", COORDINATOR)
    again = upload(COORDINATOR, "J")
    assert again.delivery_state is State.HELD
    with pytest.raises(UserError, match="again"):
        restore_delivery(settings, first.delivery_id, "After all.", COORDINATOR)


def test_records_that_are_gone_cannot_be_restored(upload, settings):
    status = upload(COORDINATOR, "K")
    withdraw_delivery(settings, status.delivery_id, "Too early.", COORDINATOR)
    landing_file(settings.landing_dir, status.delivery_id).unlink()
    with pytest.raises(UserError, match="no longer kept"):
        restore_delivery(settings, status.delivery_id, "After all.", COORDINATOR)


def test_another_districts_uploads_are_not_seen(upload, ledger):
    status = upload(DELIVERER, "L")
    assert status.upload_id in ids(ledger, DELIVERER)
    assert status.upload_id in ids(ledger, COORDINATOR)
    assert status.upload_id not in ids(ledger, NORTH)
    with pytest.raises(UserError, match="not yours"):
        read_upload_status(ledger, NORTH, status.upload_id)


def ids(ledger, who) -> set[str]:
    return {one.upload_id for one in list_upload_statuses(ledger, who)}


@pytest.mark.parametrize(
    "said",
    [
        Said(place=Place(district="noord")),
        Said(place=Place(district="nergens")),
        Said(source_format="nergens"),
        Said(replaces="D-20260101-bcdfgh"),
    ],
)
def test_what_cannot_be_said_is_refused_before_a_byte_is_read(settings, said):
    class Unread:
        def read(self, _size, /):
            raise AssertionError("a byte was read")

    with pytest.raises(UserError):
        receive_upload.start_upload(settings, DELIVERER, Unread(), "a.csv", said)
