"""Workbooks: typed cells, title rows, hidden and empty sheets, months as sheets."""

from datetime import date, datetime, time, timedelta

import pytest
from intake_files import (
    BAILIFF_HEADER,
    BAILIFF_ROW,
    TALLY_HEADER,
    TALLY_ROW,
    note_keys,
    values,
    workbook,
)

from warehouse.errors import RefusedError
from warehouse.intake.workbooks import cell_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  tekst ", "tekst"),
        (12, "12"),
        (20070313.0, "20070313"),
        (1234.5, "1234.5"),
        (0.1 + 0.2, "0.3"),
        (12.345, "12.3450"),
        (0.125, "0.1250"),
        (-3.0, "-3"),
        (date(2007, 3, 13), "2007-03-13"),
        (datetime(2007, 3, 13), "2007-03-13"),
        (datetime(2007, 3, 13, 14, 30), "2007-03-13 14:30"),
        (datetime(1899, 12, 31, 9, 5), "09:05"),
        (time(14, 30, 59), "14:30"),
        (timedelta(hours=26, minutes=5), "26:05"),
        (True, "ja"),
        (False, "nee"),
    ],
)
def test_a_typed_cell_becomes_the_text_of_the_standard(cell, text):
    assert cell_text(cell) == text


def test_title_and_empty_rows_above_the_header(take_in):
    rows = [
        ["Deurwaarderslijst Ymere"],
        [],
        [],
        BAILIFF_HEADER,
        ["C1", "Ymere", "", "SOM", date(2007, 3, 13), 12.345],
    ]
    delivery = take_in(workbook({"Blad1": rows}))
    assert delivery.format.name == "deurwaarderslijst"
    assert values(delivery, "row_number") == [5]
    assert values(delivery, "sheet") == ["Blad1"]
    assert values(delivery, "datum") == ["2007-03-13"]
    assert values(delivery, "bedrag") == ["12.3450"]


def test_a_table_that_starts_to_the_right_keeps_its_row_numbers(take_in):
    rows = [[], ["", "", *BAILIFF_HEADER], ["", "", *BAILIFF_ROW]]
    delivery = take_in(workbook({"Blad1": rows}))
    assert values(delivery, "row_number") == [3]
    assert values(delivery, "stap") == ["SOM"]


def test_every_month_sheet_of_a_tally_list_is_read(take_in):
    delivery = take_in(
        workbook(
            {
                "mrt 2007": [["Turflijst"], [], TALLY_HEADER, TALLY_ROW],
                "2007-04": [TALLY_HEADER, TALLY_ROW, TALLY_ROW],
                "Legenda": [["V", "vertrokken"]],
                "Blad4": [],
            }
        )
    )
    assert values(delivery, "sheet") == ["mrt 2007", "2007-04", "2007-04"]
    assert values(delivery, "row_number") == [4, 2, 3]
    assert delivery.facts.periods == (date(2007, 3, 1), date(2007, 4, 1))
    assert note_keys(delivery) == ["note.sheet_without_header"] * 2


@pytest.mark.parametrize(
    ("title", "period", "expected"),
    [
        ("", date(2008, 5, 1), (date(2008, 3, 1),)),
        ("Turflijst 2007", None, (date(2007, 3, 1),)),
        ("", None, ()),
    ],
)
def test_a_sheet_with_only_a_month_finds_its_year(take_in, title, period, expected):
    rows = [[title], [], TALLY_HEADER, TALLY_ROW]
    delivery = take_in(workbook({"maart": rows}), period=period)
    assert delivery.facts.periods == expected


def test_hidden_sheets_are_left_out_and_reported(take_in):
    rows = [BAILIFF_HEADER, BAILIFF_ROW]
    delivery = take_in(workbook({"Lijst": rows, "Kopie": rows}, hidden=["Kopie"]))
    assert delivery.records == 1
    assert note_keys(delivery) == ["note.sheet_hidden"]


def test_the_sheets_are_read_when_all_records_are_hidden(take_in):
    content = workbook(
        {"Voorblad": [["Lijst"]], "Data": [BAILIFF_HEADER, BAILIFF_ROW]}, ["Data"]
    )
    assert take_in(content).records == 1


def test_a_month_sheet_without_a_required_column_is_refused_by_name(take_in):
    lacking = [name for name in TALLY_HEADER if name != "Huurschuld"]
    content = workbook(
        {"mrt 2007": [TALLY_HEADER, TALLY_ROW], "apr 2007": [lacking, ["1", "H-78"]]}
    )
    with pytest.raises(RefusedError) as refusal:
        take_in(content)
    assert "apr 2007" in refusal.value.message_nl
    assert "Huurschuld" in refusal.value.message_nl
