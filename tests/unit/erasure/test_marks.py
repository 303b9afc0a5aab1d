"""Which rows are taken for the same household, and which are not."""

from dataclasses import replace

import pytest

from warehouse.erasure.gathering import gather
from warehouse.erasure.marks import Keys, asked

PERSON = Keys(
    "D-1",
    "centrum",
    "overdrachtsformulier",
    contract="contract-a",
    name="name-a",
    birth_date="born-a",
    postcode="post-a",
    house_number="house-a",
    number="C-1",
)


def together(wanted: Keys, *rows: Keys) -> set[int]:
    """The positions of the rows that somebody is found in."""
    found, _marks = gather(lambda: enumerate(rows), asked(wanted), lambda one: one)
    return found


@pytest.mark.parametrize(
    "wanted",
    [
        Keys(contract="contract-a"),
        Keys(birth_date="born-a", name="name-a"),
        Keys(birth_date="born-a", postcode="post-a", house_number="house-a"),
    ],
)
def test_each_way_to_name_a_person_finds_the_row(wanted):
    assert together(wanted, PERSON, Keys("D-1", contract="contract-b")) == {0}


@pytest.mark.parametrize(
    "wanted",
    [
        Keys(birth_date="born-a"),
        Keys(name="name-a"),
        Keys(postcode="post-a", house_number="house-a"),
        Keys(birth_date="born-a", postcode="post-a", house_number="house-b"),
    ],
)
def test_what_many_have_in_common_finds_nobody(wanted):
    assert together(wanted, PERSON) == set()


def test_rows_without_a_house_number_are_found_by_the_postcode():
    listed = Keys("D-2", birth_date="born-a", postcode="post-a", contract="contract-a")
    wanted = Keys(birth_date="born-a", postcode="post-a", house_number="house-a")
    assert together(wanted, listed) == {0}


def test_the_contract_leads_to_the_other_rows_of_the_household():
    tally = Keys("D-2", "oost", contract="contract-a")
    bailiff = Keys("D-3", contract="contract-a")
    wanted = Keys(birth_date="born-a", name="name-a")
    assert together(wanted, tally, PERSON, bailiff) == {0, 1, 2}


def test_who_was_born_the_same_day_in_the_street_keeps_the_own_contract():
    neighbour = replace(PERSON, contract="contract-b", number="C-2", name="name-b")
    nameless = Keys(
        "D-3", birth_date="born-a", postcode="post-a", house_number="house-a"
    )
    rows = (PERSON, neighbour, nameless)
    assert together(Keys(contract="contract-a"), *rows) == {0, 2}


def test_institutions_number_their_clients_themselves():
    here = Keys("D-2", "centrum", client="client-7")
    there = Keys("D-3", "noord", client="client-7")
    assert together(Keys(district="noord", client="client-7"), here, there) == {1}


def test_a_signal_takes_along_who_names_its_number():
    attempt = Keys("D-1", number="C-1")
    claim = Keys("D-9", "centrum", number="C-1")
    elsewhere = Keys("D-9", "noord", number="C-1")
    other_format = Keys("D-8", "centrum", "ddas", bsn="bsn-b", number="C-1")
    rows = (PERSON, attempt, claim, elsewhere, other_format)
    assert together(Keys(contract="contract-a"), *rows) == {0, 1, 2}


def test_a_service_without_a_contract_has_that_of_its_signal():
    service = Keys("D-2", "centrum", client="client-7", number="C-1")
    tally = Keys("D-3", "oost", contract="contract-a")
    wanted = Keys(district="centrum", client="client-7")
    assert together(wanted, service, PERSON, tally) == {0, 1, 2}
