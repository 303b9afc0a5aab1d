"""Files that are no table: refused with what they are and how to mend it."""

import io
import struct
import zipfile

import pytest
from intake_files import BAILIFF_HEADER, BAILIFF_ROW, csv_bytes, workbook

from warehouse.errors import RefusedError, UserError
from warehouse.intake import read_delivery
from warehouse.settings import Settings

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
SHEET = "xl/worksheets/sheet1.xml"


def repacked(content: bytes, name: str, piece: bytes) -> bytes:
    """A workbook in which one entry is replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, piece if entry == name else old.read(entry))
    return stream.getvalue()


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, b"x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf \r\n", "leeg"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "foto"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "foto"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(200), "foto"),
        (b"%PDF-1.4\n1 0 obj", "PDF"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), ".xls"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"<html><table><tr><td>contractnr", "webpagina"),
        (b'{"startdatumLevering": "2007-01-01"}', "JSON"),
        (zipped("word/document.xml"), "ingepakt"),
        (zipped("xl/workbook.bin"), ".xlsb"),
        (zipped("content.xml"), ".ods"),
        (workbook({"a": [BAILIFF_HEADER]})[:-400], "beschadigd"),
        (b"\x1f\x8b\x08" + bytes(100), "ingepakt"),
        (bytes(range(256)) * 20, "leesbare tekst"),
        (b"een brief zonder tabel\nmet twee regels\n", "kopregel"),
        (csv_bytes([BAILIFF_HEADER]), "geen gegevens"),
    ],
)
def test_a_file_that_is_no_delivery_is_refused(take_in, content, word):
    with pytest.raises(RefusedError) as refusal:
        take_in(content)
    assert word in refusal.value.message_nl
    assert refusal.value.exit_code == 2


def test_content_counts_and_not_the_name(settings, tmp_path):
    text, book = tmp_path / "a.xlsx", tmp_path / "b.csv"
    text.write_bytes(csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]))
    book.write_bytes(workbook({"Blad1": [BAILIFF_HEADER, BAILIFF_ROW]}))
    for path in (text, book):
        assert read_delivery(path, settings).format.name == "deurwaarderslijst"


def test_a_missing_file_is_an_error_without_traceback(settings, tmp_path):
    with pytest.raises(UserError, match="does not exist"):
        read_delivery(tmp_path / "nergens.csv", settings)


def test_too_large_a_file_is_refused(tmp_path):
    path = tmp_path / "groot.csv"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(RefusedError, match="1 MB"):
        read_delivery(path, Settings(home=tmp_path / "home", max_upload_mb=1))


def test_too_many_rows_are_refused(tmp_path):
    path = tmp_path / "lang.csv"
    path.write_bytes(csv_bytes([BAILIFF_HEADER, *[BAILIFF_ROW] * 4]))
    with pytest.raises(RefusedError, match="3 rows"):
        read_delivery(path, Settings(home=tmp_path / "home", max_rows=3))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(take_in):
    bomb = repacked(workbook({"a": [["x"]]}), SHEET, bytes(40_000_000))
    with pytest.raises(RefusedError, match="unreasonably large"):
        take_in(bomb)


def test_a_directory_that_lies_about_sizes_is_refused(take_in):
    honest = repacked(workbook({"a": [["x"]]}), SHEET, bytes(40_000_000))
    size = struct.pack("<L", 40_000_000)
    assert honest.count(size) >= 1
    lying = honest.replace(size, struct.pack("<L", 4_000))
    with pytest.raises(RefusedError):
        take_in(lying)


def test_one_value_in_a_far_corner_is_refused(take_in):
    content = workbook({"a": [["x"]]})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read(SHEET).decode()
    assert 'r="A1"' in sheet
    cells = (
        '<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
    )
    start, end = sheet.index("<c "), sheet.index("</row>")
    far = sheet[:start] + cells + sheet[end:]
    with pytest.raises(RefusedError, match="far to the right"):
        take_in(repacked(content, SHEET, far.encode()))


def test_formatting_far_below_the_data_is_no_reason_to_refuse(take_in):
    content = workbook({"a": [BAILIFF_HEADER, BAILIFF_ROW]})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read(SHEET).decode()
    empty = '</row><row r="1048576"><c r="ZZ1048576" s="0"/></row></sheetData>'
    wide = sheet.replace("</row></sheetData>", empty)
    assert wide != sheet
    assert take_in(repacked(content, SHEET, wide.encode())).records == 1
