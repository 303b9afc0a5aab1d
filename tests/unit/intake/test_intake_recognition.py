"""Recognition: from the headers alone, told apart from its neighbours."""

import pytest
from intake_files import (
    BAILIFF_HEADER,
    BAILIFF_ROW,
    TALLY_HEADER,
    TALLY_ROW,
    csv_bytes,
    landed,
    note_keys,
    values,
    workbook,
)

from seeds.formats import formats
from warehouse.errors import RefusedError, UserError

TABLES = [each for each in formats().values() if each.shape in {"table", "sheets"}]


def by_name(format_):
    return format_.name


@pytest.mark.parametrize("format_", TABLES, ids=by_name)
def test_each_format_is_recognised_by_its_own_header(take_in, format_):
    header = [column.header for column in format_.columns]
    delivery = take_in(csv_bytes([header, ["1"] * len(header)]))
    assert delivery.format == format_
    assert delivery.delivered_columns == tuple(
        column.name for column in format_.columns
    )


@pytest.mark.parametrize("format_", TABLES, ids=by_name)
def test_each_format_is_recognised_by_its_required_columns(take_in, format_):
    header = [column.header for column in format_.required]
    assert take_in(csv_bytes([header, ["1"] * len(header)])).format == format_


@pytest.mark.parametrize("format_", TABLES, ids=by_name)
def test_a_missing_required_column_is_named_with_its_spellings(take_in, format_):
    lacking = format_.required[-1]
    header = [column.header for column in format_.columns if column != lacking]
    with pytest.raises(RefusedError) as refusal:
        take_in(csv_bytes([["Titel"], header, ["1"] * len(header)]))
    assert f"'{lacking.header}'" in refusal.value.message_nl
    assert format_.label_nl in refusal.value.message_nl
    assert "rij 2" in refusal.value.message_nl
    assert all(alias in refusal.value.message_nl for alias in lacking.aliases)


@pytest.mark.parametrize(
    "heading",
    ["HUURSCHULD", "huur_schuld", "Huur-schuld", " huurschuld ", "Huurschuld (€)",
     "Huurschuld [EUR]", "Húúrschuld:", "huurachterstand"],
)  # fmt: skip
def test_spellings_of_a_heading(take_in, heading):
    header = [name if name != "Huurschuld" else heading for name in TALLY_HEADER]
    delivery = take_in(csv_bytes([header, TALLY_ROW]))
    assert values(delivery, "huurschuld") == ["€ 1.234,56"]


def test_columns_may_come_in_any_order(take_in):
    backwards = take_in(csv_bytes([TALLY_HEADER[::-1], TALLY_ROW[::-1]]))
    assert landed(backwards) == landed(take_in(csv_bytes([TALLY_HEADER, TALLY_ROW])))


def test_a_header_below_thirty_filled_rows_is_not_found(take_in):
    titles = [["Toelichting"]] * 30
    rows = [BAILIFF_HEADER, BAILIFF_ROW]
    assert take_in(csv_bytes(titles[1:] + rows)).records == 1
    with pytest.raises(RefusedError, match="No row looks like"):
        take_in(csv_bytes(titles + rows))


def test_a_file_far_from_any_format_names_the_nearest(take_in):
    content = csv_bytes([["stap", "kosten", "kleur"], ["a", "b", "c"]])
    with pytest.raises(RefusedError, match="not recognised") as refusal:
        take_in(content)
    assert "Deurwaarderslijst" in refusal.value.message_nl
    assert "'contractnr'" in refusal.value.message_nl


def test_two_headings_for_one_column_are_refused(take_in):
    header = [*BAILIFF_HEADER, "hoofdsom", "vordering"]
    header.remove("bedrag")
    with pytest.raises(RefusedError) as refusal:
        take_in(csv_bytes([header, [*BAILIFF_ROW, "1"]]))
    assert "'hoofdsom', 'vordering'" in refusal.value.message_nl


def test_the_heading_of_the_standard_wins_from_an_alias(take_in):
    header = [*BAILIFF_HEADER, "vordering"]
    delivery = take_in(csv_bytes([header, [*BAILIFF_ROW, "12"]]))
    assert values(delivery, "bedrag") == ["839,-"]
    assert note_keys(delivery) == ["note.extra_kept"]


def test_of_two_formats_that_fit_the_one_with_its_own_headings_wins(take_in):
    # Each of these is also another spelling of a column of the tally list.
    header = ["contractnummer", "peildatum", "huurschuld nu"]
    assert take_in(csv_bytes([header, ["1"] * 3])).format.name == "nameting"
    tally = ["huurdernummer", "peildatum", "huurschuld"]
    assert take_in(csv_bytes([tally, ["1"] * 3])).format.name == "turflijst"


def test_two_formats_that_fit_equally_well_are_put_to_the_uploader(take_in):
    header = ["contractnr", "peildatum", "huurschuld"]
    with pytest.raises(RefusedError, match="nameting, turflijst"):
        take_in(csv_bytes([header, ["1"] * 3]))


def test_a_file_far_from_the_chosen_format_is_told_so(take_in):
    with pytest.raises(RefusedError, match="chosen format 'declaratie'"):
        take_in(csv_bytes([["Toelichting"], ["niets"]]), format_name="declaratie")


def test_a_format_can_be_forced(take_in):
    content = csv_bytes([BAILIFF_HEADER, BAILIFF_ROW])
    assert take_in(content, format_name="deurwaarderslijst").records == 1
    with pytest.raises(RefusedError, match="lacks the required column"):
        take_in(content, format_name="nameting")
    with pytest.raises(UserError, match="turflijst"):
        take_in(content, format_name="onzin")


def test_another_list_in_the_same_workbook_is_left_out_and_reported(take_in):
    content = workbook(
        {
            "mrt 2007": [TALLY_HEADER, TALLY_ROW],
            "Deurwaarder": [BAILIFF_HEADER[:4], BAILIFF_ROW[:4]],
        }
    )
    delivery = take_in(content)
    assert delivery.format.name == "turflijst"
    assert note_keys(delivery) == ["note.sheet_without_header"]
