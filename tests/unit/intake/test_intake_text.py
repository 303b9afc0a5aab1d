"""Text files: every encoding, line end, separator and quoted field."""

import pytest
from intake_files import BAILIFF_HEADER, BAILIFF_ROW, csv_bytes, landed, values

from warehouse.errors import RefusedError

ACCENTED = [BAILIFF_HEADER, ["C-1001", "Coöperatie", "D7", "SOM", "13/03/07", "€ 1"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encoding_and_separator_are_recognised(take_in, encoding, separator):
    delivery = take_in(csv_bytes(ACCENTED, separator, encoding))
    (row,) = landed(delivery)
    assert delivery.format.name == "deurwaarderslijst"
    assert (row["corporatie"], row["bedrag"]) == ("Coöperatie", "€ 1")


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_rows_are_numbered_as_lines_of_the_file(take_in, line_end):
    lines = [
        b"Lijst van de maand",
        b"",
        b";".join(name.encode() for name in BAILIFF_HEADER),
        b"C1;Ymere;D1;SOM;13/03/07;1",
        b"",
        b'C2;"Ymere' + line_end + b'Wonen";D2;SOM;13/03/07;2',
        b"C3;Ymere;D3;SOM;13/03/07;3",
    ]
    delivery = take_in(line_end.join(lines))
    assert values(delivery, "row_number") == [4, 6, 8]
    assert values(delivery, "bedrag") == ["1", "2", "3"]


def test_decimal_commas_do_not_make_a_comma_the_separator(take_in):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, [*BAILIFF_ROW[:5], "1.234,56"]]))
    assert values(delivery, "bedrag") == ["1.234,56"]


def test_a_quote_that_never_closes_is_refused_at_its_row(take_in):
    lines = csv_bytes([BAILIFF_HEADER, BAILIFF_ROW, BAILIFF_ROW]).decode()
    broken = lines + 'C2;"Ymere;D2;SOM;13/03/07;2\n' + lines
    with pytest.raises(RefusedError) as refusal:
        take_in(broken.encode())
    assert "rij 4" in refusal.value.message_nl
    assert "row 4" in refusal.value.message_en


def test_values_are_trimmed_and_otherwise_as_written(take_in):
    row = [" C1 ", "  Ymere\u00a0", "", " SOM", "13/03/07 ", "€ 1.234,56"]
    (found,) = landed(take_in(csv_bytes([BAILIFF_HEADER, row])))
    assert found["corporatie"] == "Ymere"
    assert found["stap"] == "SOM"
    assert found["bedrag"] == "€ 1.234,56"
    assert "dossier_dw" not in found


def test_cells_beyond_the_header_are_reported_and_not_kept(take_in):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, [*BAILIFF_ROW, "Overloper"]]))
    (note,) = delivery.notes
    assert note.key == "note.too_many_cells"
    assert "rij 2" in note.nl
    assert "Overloper" not in str(landed(delivery))


def test_an_end_of_file_mark_of_dos_is_no_record(take_in):
    content = csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]) + b"\x1a"
    assert take_in(content).records == 1
