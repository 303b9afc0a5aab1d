"""The invented city's files are always the same and say nothing of the future."""

import csv
import json
from collections import Counter
from datetime import date, datetime

import pytest

from warehouse.standard.places import districts


def test_the_files_are_made_again_byte_for_byte(city_files, make_files, tmp_path):
    again = make_files(tmp_path, hash_seed="7")
    names = sorted(path.name for path in city_files.iterdir())
    assert sorted(path.name for path in again.iterdir()) == names
    differing = [
        name
        for name in names
        if (again / name).read_bytes() != (city_files / name).read_bytes()
    ]
    assert not differing


def test_every_file_is_listed_once(city_files, listing):
    written = {path.name for path in city_files.iterdir()} - {"deliveries.csv"}
    assert Counter(row["file"] for row in listing) == Counter(written)


def test_every_district_delivers_its_last_months_apart_but_the_late_one(listing):
    told = {(row["district"], row["period"]) for row in listing if row["period"]}
    months = ("2010-10", "2010-11", "2010-12")
    expected = {(each, month) for each in districts() for month in months}
    assert expected - told == {("zuideramstel", "2010-12")}
    assert told <= expected


@pytest.mark.parametrize("name", ["noord", "zuidoost"])
def test_an_event_list_tells_nothing_that_had_still_to_come(city_files, listing, name):
    received = {row["file"]: date.fromisoformat(row["received_on"]) for row in listing}
    files = sorted(city_files.glob(f"signalen-{name}-*.txt"))
    assert files
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            events = list(csv.DictReader(file, delimiter="\t"))
        days = [
            datetime.strptime(event["datum"], "%d-%m-%Y").date() for event in events
        ]
        assert max(days) <= received[path.name]


def test_a_national_exchange_file_has_one_client_key_of_each_kind(city_files):
    document = json.loads((city_files / "ddas-zeeburg-2010-10.json").read_bytes())
    clients = [
        signal["client"] for signal in document["leveringen"][0]["vroegsignalen"]
    ]
    assert {"burgerservicenummer" in client for client in clients} == {True, False}
    assert not [
        client
        for client in clients
        if "burgerservicenummer" in client and len(client) > 1
    ]
