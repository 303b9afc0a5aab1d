"""Totals, notes and signatures below the data are no records; rows are."""

import pytest
from intake_files import (
    BAILIFF_HEADER,
    BAILIFF_ROW,
    TALLY_HEADER,
    TALLY_ROW,
    csv_bytes,
    note_keys,
    values,
)


@pytest.mark.parametrize(
    "footer",
    [
        ["Totaal", "", "", "€ 12.345,00"],
        ["", "Totaal", "", "12345"],
        ["", "TOTAAL:", "", "12345"],
        ["Subtotaal maart", "", "", "12"],
        ["Total", "", "", "12"],
        ["Som", "", "", "12"],
        ["Alle bedragen in euro's"],
        ["*"],
        ["", "", "", "", "", "NB: zie de legenda"],
        ["Opgesteld door:", "A. Ambtenaar"],
        ["Datum:", "1 april 2007", ""],
        ["V = vertrokken", "O = overleden"],
        ["13"],
    ],
    ids=str,
)
def test_a_footer_is_no_record(take_in, footer):
    padded = [*footer, *[""] * (len(TALLY_HEADER) - len(footer))]
    rows = [TALLY_HEADER, TALLY_ROW, TALLY_ROW, [""] * len(TALLY_HEADER), padded]
    delivery = take_in(csv_bytes(rows))
    assert delivery.records == 2
    assert delivery.ignored_rows == 1
    assert note_keys(delivery)[0] in {"note.totals", "note.notes"}


@pytest.mark.parametrize(
    "record",
    [
        ["", "H-9", "", "", "", ""],
        ["", "", "v", "", "13-03-2007", "x"],
        ["", "H-9", "", "onbekend", "", ""],
        ["", "", "", "€ 12", "", ""],
    ],
    ids=str,
)
def test_a_row_with_gaps_is_a_record(take_in, record):
    assert take_in(csv_bytes([TALLY_HEADER, TALLY_ROW, record])).records == 2


def test_a_row_without_required_cells_amid_the_data_is_a_record(take_in):
    rows = [TALLY_HEADER, TALLY_ROW, ["2", "", "", "", "", ""], TALLY_ROW]
    assert take_in(csv_bytes(rows)).records == 3


def test_a_total_amid_the_data_is_no_record(take_in):
    rows = [TALLY_HEADER, TALLY_ROW, ["Totaal", "", "", "12", "", ""], TALLY_ROW]
    assert take_in(csv_bytes(rows)).records == 2


def test_a_summons_is_no_sum(take_in):
    header = ["stap", *[name for name in BAILIFF_HEADER if name != "stap"]]
    rows = [
        header,
        ["SOM", "C1", "Ymere", "", "13/03/07", ""],
        ["SOM", "C2", *[""] * 4],
    ]
    assert take_in(csv_bytes(rows)).records == 2


def test_a_header_repeated_on_every_page_is_no_record(take_in):
    rows = [BAILIFF_HEADER, BAILIFF_ROW, BAILIFF_HEADER, BAILIFF_ROW]
    delivery = take_in(csv_bytes(rows))
    assert delivery.records == 2
    assert note_keys(delivery) == ["note.repeated_headers"]


@pytest.mark.parametrize(
    ("row", "is_test"),
    [
        (["1", "H1", "v", "1", "", "TEST"], True),
        (["1", "TESTHUUR01", "v", "1", "", ""], True),
        (["1", "H1", " Test ", "1", "", ""], True),
        (["1", "H1", "v", "1", "", "getest"], False),
        (["1", "H1", "v", "1", "", "test gedaan"], False),
    ],
    ids=str,
)
def test_rows_marked_test(take_in, row, is_test):
    delivery = take_in(csv_bytes([TALLY_HEADER, row]))
    assert values(delivery, "is_test") == [is_test]


def test_a_test_in_a_remark_marks_the_row_although_it_is_not_stored(take_in):
    rows = [[*TALLY_HEADER, "Opmerking"], [*TALLY_ROW, "TEST"]]
    delivery = take_in(csv_bytes(rows))
    assert values(delivery, "is_test") == [True]
    assert values(delivery, "opmerking") == [None]
