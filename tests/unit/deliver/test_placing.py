"""Where a delivery belongs: by the file, by the uploader, or by what is certain."""

from datetime import date

import pytest

from seeds.formats import formats
from warehouse.deliveries.placing import NOWHERE, Place, settle_place, still_open

TRANSFER, TALLY, EVENTS = "overdrachtsformulier", "turflijst", "signalenbestand"
CENTRUM = "vroegmelding-centrum-2007"
TRANSVAAL = "vroeg-eropaf-transvaal-2007"
SPRING = (date(2007, 4, 1), date(2007, 5, 31))


def settle(name, in_file=NOWHERE, given=NOWHERE, span=None):
    return settle_place(formats()[name], in_file, given, span)


def questions(placing) -> list[str]:
    return [finding.check_id for finding in placing.findings]


def test_the_pilot_says_which_district():
    placing = settle(TRANSFER, given=Place(pilot=CENTRUM))
    assert placing.place == Place("centrum", CENTRUM)
    assert not placing.findings


def test_district_and_dates_that_fit_one_pilot_say_which():
    placing = settle(TRANSFER, given=Place(district="centrum"), span=SPRING)
    assert placing.place.pilot == CENTRUM


@pytest.mark.parametrize(
    "span",
    [
        None,
        (date(2007, 2, 28), date(2007, 5, 31)),
        (date(2007, 4, 1), date(2008, 12, 31)),
    ],
)
def test_dates_outside_every_pilot_leave_the_question(span):
    placing = settle(TRANSFER, given=Place(district="centrum"), span=span)
    assert questions(placing) == ["placing.pilot_unknown"]


def test_without_a_district_dates_alone_say_nothing():
    placing = settle(TRANSFER, span=SPRING)
    assert questions(placing) == [
        "placing.pilot_unknown",
        "placing.district_unknown",
    ]


def test_a_tally_list_fits_the_only_pilot_of_its_working_model():
    placing = settle(TALLY, span=SPRING)
    assert placing.place == Place("oost-watergraafsmeer", TRANSVAAL)
    assert not placing.findings


def test_a_tally_list_of_another_district_fits_no_pilot():
    placing = settle(TALLY, given=Place(district="noord"), span=SPRING)
    assert questions(placing) == ["placing.pilot_unknown"]


def test_conferences_belong_to_the_pilot_of_conferences():
    assert settle("eigen_kracht").place == Place(None, "eigen-kracht-2007")


def test_records_that_name_their_district_need_no_district():
    placing = settle(EVENTS, given=Place(pilot="stedelijk-2009"))
    assert not placing.findings


def test_a_contradiction_is_a_question_and_the_answer_settles_it():
    placing = settle(
        TRANSFER,
        in_file=Place(period=date(2007, 3, 1)),
        given=Place("centrum", CENTRUM, date(2007, 4, 1)),
    )
    assert questions(placing) == ["placing.period_disagrees"]

    form = formats()[TRANSFER]
    unanswered = still_open(form, placing.place, NOWHERE, placing.findings)
    assert questions(unanswered) == ["placing.period_disagrees"]
    answer = Place(period=date(2007, 4, 1))
    answered = still_open(form, placing.place, answer, placing.findings)
    assert questions(answered) == []
    assert answered.place == Place("centrum", CENTRUM, date(2007, 4, 1))


def test_a_pilot_of_another_district_is_a_question():
    placing = settle(TRANSFER, given=Place("noord", CENTRUM))
    assert questions(placing) == ["placing.district_outside_pilot"]
