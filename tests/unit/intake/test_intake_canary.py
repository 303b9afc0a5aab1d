"""A marker in every cell that may name somebody reaches no file, log or message."""

import logging
import traceback

import pytest
from intake_files import csv_bytes, workbook

from seeds.formats import formats
from warehouse.errors import UserError
from warehouse.intake import land, read_delivery

MARKER = "Kanarievogel"
TABLES = [each for each in formats().values() if each.shape in {"table", "sheets"}]
# A code must be seen to be mapped, so a bare unknown word stays in it.
OPEN_KINDS = {"code", "codes", "text"}


def everything_under(folder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def in_a_workbook(rows) -> bytes:
    return workbook({"mei 2007": rows})


def marked_rows(format_) -> list[list[str]]:
    """A header and rows in which every cell names somebody in another way."""
    names = [f"mw. {MARKER}", f"{MARKER}, P.", f"P. van {MARKER}"]
    columns = format_.columns
    bare = [f"P. {MARKER}" if c.kind in OPEN_KINDS else MARKER for c in columns]
    header = [*(column.header for column in columns), "Kleur", "Naam buurman"]
    return [
        header,
        *([name] * len(header) for name in names),
        [*bare, MARKER, MARKER],
    ]


@pytest.mark.parametrize("format_", TABLES, ids=lambda each: each.name)
@pytest.mark.parametrize("write", [csv_bytes, in_a_workbook])
def test_a_marker_in_every_cell_is_never_stored(take_in, settings, format_, write):
    delivery = take_in(write(marked_rows(format_)))
    assert delivery.records == 4
    land(delivery, settings.landing_dir / "d1.parquet")
    rows = str(delivery.table.to_pylist()).encode()
    assert MARKER.encode() not in everything_under(settings.home_dir) + rows


def test_a_marker_in_every_cell_is_never_said(take_in, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    for format_ in TABLES:
        delivery = take_in(in_a_workbook(marked_rows(format_)))
        print(delivery, delivery.facts, delivery.notes)
    said = capfd.readouterr()
    assert "Kleur" in said.out
    assert MARKER not in said.out + said.err + caplog.text


@pytest.mark.parametrize(
    "content",
    [
        csv_bytes([[f"mw. {MARKER}"], ["contractnr", "stap"], [MARKER, MARKER]]),
        csv_bytes(
            [["contractnr", "corporatie", "stap", "datum"], [MARKER, f'"{MARKER}']]
        ),
        csv_bytes([["Meldnummer", "Naam", f"mw. {MARKER}"], [MARKER] * 3]),
        workbook({f"mw. {MARKER}": [["contractnr", "stap"], [MARKER, MARKER]]}),
        workbook({"Blad1": [[MARKER] * 4]}),
        f"Beste collega, {MARKER} heeft betaald.".encode(),
        f'{{"naam": "{MARKER}"}}'.encode(),
        f"<p>{MARKER}</p>".encode(),
    ],
)
def test_a_refusal_names_nobody(settings, tmp_path, caplog, content):
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "delivery.bin"
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        read_delivery(path, settings)
    error = refusal.value
    said = [error.message_nl, error.message_en, caplog.text]
    said += traceback.format_exception(error)
    assert MARKER not in " ".join(said)
    assert MARKER.encode() not in everything_under(settings.home_dir)
