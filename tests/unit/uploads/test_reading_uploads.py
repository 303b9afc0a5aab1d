"""What is landed of an upload, for whom, and how its end is written down."""

import pytest
from small_forms import CENTRUM, FORM

from warehouse.deliveries.placing import Place
from warehouse.deliveries.uploads import read_upload
from warehouse.deliveries.uploads.read_upload import Reading
from warehouse.deliveries.uploads.record import Said, get_upload, safe_file_name
from warehouse.ledger.deliveries import get_delivery, list_deliveries, move
from warehouse.ledger.tables import State
from warehouse.ledger.workspace_tables import Step, UploadState

IN_CENTRUM = Said(place=Place("centrum", CENTRUM))


@pytest.fixture
def read(settings, ledger, start, tmp_path):
    """Read a file for somebody; gives the upload and whether it was landed."""

    def run(who, said=None, content=FORM):
        file = tmp_path / "in-memory"
        file.write_text(content, encoding="utf-8")
        upload_id = start(who, said)
        with ledger.reading() as session:
            upload = get_upload(session, upload_id)
        is_landed = Reading.of(settings, ledger, upload, file).run()
        with ledger.reading() as session:
            return get_upload(session, upload_id), is_landed

    return run


def landed(settings) -> list[str]:
    return sorted(file.stem for file in settings.landing_dir.glob("*"))


def test_what_was_read_waits_for_its_check(read, ledger, settings, coordinator):
    upload, is_landed = read(coordinator, IN_CENTRUM)
    assert is_landed
    assert (upload.state, upload.step) == (UploadState.RUNNING, Step.READ)
    assert (upload.format, upload.rows_done) == ("overdrachtsformulier", 2)
    with ledger.reading() as session:
        delivery = get_delivery(session, upload.delivery_id)
    assert (delivery.state, delivery.district) == (State.RECEIVED, "centrum")
    assert delivery.events[0].actor == "Coordinator"
    assert landed(settings) == [delivery.delivery_id]


def test_questions_wait_with_it(read, ledger, coordinator):
    upload, _landed = read(coordinator)
    with ledger.reading() as session:
        found = get_delivery(session, upload.delivery_id).findings
    assert {one.check_id for one in found} == {
        "placing.pilot_unknown",
        "placing.district_unknown",
    }


def test_who_delivers_for_one_district_need_not_name_it(read, ledger, deliverer):
    upload, _landed = read(deliverer)
    with ledger.reading() as session:
        assert get_delivery(session, upload.delivery_id).district == "centrum"


def test_the_same_bytes_come_once(read, settings, coordinator, deliverer):
    first, _landed = read(coordinator, IN_CENTRUM)
    second, is_landed = read(deliverer)
    assert not is_landed
    assert second.state is UploadState.DONE
    assert second.delivery_id == first.delivery_id
    assert "is er al" in second.message_nl
    assert landed(settings) == [first.delivery_id]


def test_another_districts_delivery_of_the_same_bytes_is_not_named(read, coordinator):
    read(coordinator, IN_CENTRUM)
    other = type(coordinator)(
        "u-noord", "Noord", coordinator.role, frozenset({"noord"})
    )
    upload, _landed = read(other)
    assert (upload.state, upload.delivery_id) == (UploadState.DONE, None)


def test_a_held_file_is_read_again_when_more_is_said(
    read, ledger, settings, coordinator
):
    first, _landed = read(coordinator)
    with ledger.writing() as session:
        move(session, get_delivery(session, first.delivery_id), State.HELD)
    second, is_landed = read(coordinator, IN_CENTRUM)
    assert is_landed
    with ledger.reading() as session:
        states = {one.delivery_id: one.state for one in list_deliveries(session)}
        assert get_delivery(session, first.delivery_id).replaced_by
    assert states == {
        first.delivery_id: State.REPLACED,
        second.delivery_id: State.RECEIVED,
    }


def test_a_held_file_that_says_the_same_again_stays(read, ledger, coordinator):
    first, _landed = read(coordinator, IN_CENTRUM)
    with ledger.writing() as session:
        move(session, get_delivery(session, first.delivery_id), State.HELD)
    second, is_landed = read(coordinator, IN_CENTRUM)
    assert not is_landed
    assert second.delivery_id == first.delivery_id


EVENTS = "signaal_id;gebeurtenis;datum;stadsdeel\nS-1;signaal;2009-02-01;{}\n"


def test_nothing_of_another_districts_file_is_stored(read, ledger, settings, deliverer):
    upload, is_landed = read(deliverer, content=EVENTS.format("Noord"))
    assert not is_landed
    assert upload.state is UploadState.REFUSED
    assert "noord" in upload.message_nl
    assert landed(settings) == []
    with ledger.reading() as session:
        (refused,) = list_deliveries(session)
    assert (refused.state, refused.rows_read) == (State.REFUSED, 0)


def test_a_file_of_the_own_district_is_landed(read, deliverer):
    _upload, is_landed = read(deliverer, content=EVENTS.format("Centrum"))
    assert is_landed


def test_a_file_with_one_row_of_another_district_is_refused_whole(read, deliverer):
    content = EVENTS.format("Centrum") + "S-2;signaal;2009-02-01;Noord\n"
    upload, is_landed = read(deliverer, content=content)
    assert (upload.state, is_landed) == (UploadState.REFUSED, False)


def test_a_pilot_of_another_district_is_refused(read, deliverer):
    said = Said(place=Place(None, "vroeg-eropaf-transvaal-2007"))
    narrow = type(deliverer)(
        "u-two", "Two", deliverer.role, frozenset({"centrum", "noord"})
    )
    upload, _landed = read(narrow, said)
    assert upload.state is UploadState.REFUSED
    assert "oost-watergraafsmeer" in upload.message_nl


def test_a_refused_file_leaves_the_reason_alone(read, ledger, settings, coordinator):
    upload, is_landed = read(coordinator, content="Meldnummer;Corporatie\n1;Ymere\n")
    assert not is_landed
    assert upload.state is UploadState.REFUSED
    assert upload.message_nl
    assert landed(settings) == []
    with ledger.reading() as session:
        assert get_delivery(session, upload.delivery_id).state is State.REFUSED


def test_a_failed_commit_leaves_no_delivery(read, ledger, monkeypatch, coordinator):
    def fail(*_):
        raise OSError("the disk is full")

    monkeypatch.setattr(read_upload, "sync_folder", fail)
    with pytest.raises(OSError, match="disk"):
        read(coordinator, IN_CENTRUM)
    with ledger.reading() as session:
        assert list_deliveries(session) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\jan\\maart.csv", "maart.csv"),
        ("../../etc/passwd", "passwd"),
        ("een\nregel\x00.csv", "eenregel.csv"),
        ("mevrouw Jansen.csv", "[tekst]"),
        ("mw. Jansen 06-12345678.csv", "[tekst]"),
        ("", "-"),
    ],
)
def test_a_file_name_is_kept_only_as_far_as_it_is_safe(given, kept):
    assert safe_file_name(given) == kept
