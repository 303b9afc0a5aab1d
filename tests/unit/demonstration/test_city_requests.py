"""The city's deliveries say when they came in, and that they are invented."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from warehouse.cli.demo import city_requests, demonstration_requests
from warehouse.ledger.tables import Delivery
from warehouse.messages import message
from warehouse.publishing.make_release import seen_from
from warehouse.releases.landing import LandedDelivery
from warehouse.settings import Settings


@pytest.fixture(scope="module")
def senders(city_files):
    return city_requests(city_files)


def test_only_the_city_is_marked_as_invented(senders):
    requests = [request for sender in senders for request in sender]
    assert requests
    assert all(request.is_invented for request in requests)
    assert not any(request.is_invented for request in demonstration_requests())


def test_a_sender_delivers_in_the_order_of_its_files(senders):
    noord = [sender for sender in senders if sender[0].place.district == "noord"]
    assert len(noord) == 1
    moments = [request.received_at for request in noord[0]]
    assert moments == sorted(moments)
    assert moments[-1].date() > date(2011, 1, 1)


def test_a_delivery_knows_that_it_is_invented():
    note = message("information.invented")
    told = {"key": note.key, "nl": note.nl, "en": note.en}
    assert Delivery(notes=[told]).is_invented
    assert not Delivery(notes=[told | {"key": "information.other"}]).is_invented


def test_invented_figures_are_seen_from_the_day_the_last_file_came():
    deliveries = [_landed(2011, True), _landed(2009, True), _landed(2026, False)]
    settings = Settings(_env_file=None, as_of=None)
    assert seen_from(settings, deliveries) == date(2011, 1, 28)
    assert seen_from(settings, deliveries[2:]) == date.today()


def test_the_setting_goes_before_the_invented_day():
    settings = Settings(_env_file=None, as_of=date(2010, 6, 30))
    assert seen_from(settings, [_landed(2011, True)]) == date(2010, 6, 30)


def _landed(year, is_invented):
    return LandedDelivery(
        delivery_id="d",
        sequence=1,
        format="signalenbestand",
        district=None,
        pilot=None,
        period=None,
        received_at=datetime(year, 1, 28, 9, tzinfo=UTC),
        delivered_columns=(),
        rows_read=1,
        file=Path("none.parquet"),
        is_invented=is_invented,
    )
