"""Columns that nobody declared, and texts in which a person may stand."""

import json
import re

import pytest
from intake_files import BAILIFF_HEADER, BAILIFF_ROW, csv_bytes, note_keys, values

from seeds.formats import fold_letters
from warehouse.intake import read_delivery
from warehouse.privacy.personal_data import (
    LONGEST_CODE,
    MASK,
    can_identify,
    safe_code,
    safe_codes,
    safe_key,
)
from warehouse.settings import Settings


def with_extra(heading: str, *cells: str) -> bytes:
    rows = [[*BAILIFF_ROW, cell] for cell in cells]
    return csv_bytes([[*BAILIFF_HEADER, heading], *rows])


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Score", ["3", "", "12,5"]),
        ("Ingevoerd op", ["13-03-2007", "14 mrt 2007"]),
        ("Spoed", ["ja", "Nee", "x"]),
        ("Kleur", ["groen", "rood"]),
        ("Team", ["SHV", "OW2", "t-03"]),
        ("Percentage", ["45%", "€ 12"]),
    ],
)
def test_a_harmless_column_is_kept_raw(take_in, heading, cells):
    delivery = take_in(with_extra(heading, *cells))
    found = [
        json.loads(text) if text else {} for text in values(delivery, "extra_columns")
    ]
    assert found == [{heading: cell} if cell else {} for cell in cells]
    assert note_keys(delivery) == ["note.extra_kept"]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Naam", "x"),
        ("Telefoon", "1"),
        ("E-mail", "1"),
        ("adres", "1"),
        ("BSN", "1"),
        ("IBAN", "1"),
        ("Toelichting", "ja"),
        ("Relatienr", "12345"),
        ("geb. plaats en geboortedag", "1"),
        ("Kolom", "piet@example.org"),
        ("Kolom", "06-12345678"),
        ("Kolom", "0201234567"),
        ("Kolom", "NL91ABNA0417164300"),
        ("Kolom", "111222333"),
        ("Kolom", "1018 AB"),
        ("Kolom", "Jansen"),
        ("Kolom", "een twee drie vier"),
        ("Kolom", "a" * 41),
    ],
)
def test_a_column_that_may_identify_is_reported_by_its_heading_only(
    take_in, heading, cell
):
    delivery = take_in(with_extra(heading, "1", cell))
    assert values(delivery, "extra_columns") == [None, None]
    (note,) = delivery.notes
    assert note.key == "note.extra_dropped"
    assert heading in note.nl


def test_a_column_without_a_heading_is_not_kept(take_in):
    delivery = take_in(with_extra("", "1"))
    assert values(delivery, "extra_columns") == [None]
    assert note_keys(delivery) == ["note.untitled"]


def test_a_heading_that_identifies_is_masked(take_in):
    delivery = take_in(with_extra("bel 06-12345678", "1"))
    assert "12345678" not in delivery.notes[0].nl


@pytest.mark.parametrize(
    ("text", "identifies"),
    [
        ("dhr. de Vries", True),
        ("mw Jansen", True),
        ("J. Jansen", True),
        ("Jansen, P.", True),
        ("bel 06 12 34 56 78", True),
        ("+31 6 12345678", True),
        ("1018AB", True),
        ("BSN 111222333", True),
        ("SHV+MW", False),
        ("MW en SHV", False),
        ("traject AMW", False),
        ("M2007-0123", False),
        ("2007123456", False),
        ("13-03-2007", False),
        ("12.345,67", False),
        ("alleenstaand met kinderen", False),
    ],
)
def test_what_identifies(text, identifies):
    assert can_identify(text) is identifies


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("stap", "vonnis", "vonnis"),
        ("stap", "onbekende code", "onbekende code"),
        ("stap", "gesproken met mw. Jansen", MASK),
        ("stap", "x" * 70, "x" * 60 + "…"),
        ("dossier_dw", "DW 0612345678", MASK),
        ("dossier_dw", "0612345678", "0612345678"),
        ("dossier_dw", "p.jansen@example.org", MASK),
        ("datum", "via Jansen", MASK),
        ("datum", "13 maart 2007", "13 maart 2007"),
        ("datum", "31-02-2007", "31-02-2007"),
        ("datum", "onbekend", "onbekend"),
        ("bedrag", "839,- euro", "839,- euro"),
        ("bedrag", "betaald aan Piet", MASK),
        ("bedrag", "06-12345678", MASK),
    ],
)
def test_a_person_in_another_cell_is_masked(take_in, column, cell, expected):
    row = list(BAILIFF_ROW)
    row[BAILIFF_HEADER.index(column)] = cell
    assert values(take_in(csv_bytes([BAILIFF_HEADER, row])), column) == [expected]


def test_a_long_list_of_codes_is_kept_and_a_story_cut_off():
    codes = "psychosociaal, meerdere schulden, alleen betalingsachterstand / verslaving"
    known = {fold_letters(one) for one in re.split("[,/]", codes)}
    assert safe_codes(codes, known) == codes
    # A story of short parts is no list: no more of it is kept than of one code.
    story = ", ".join(["ze belde weer", "haar man is weg", "dochter Fatima"] * 6)
    kept = safe_codes(f"{codes}, {story}", known).removeprefix(codes)
    assert len(kept.replace("…", "").replace(",", "")) <= LONGEST_CODE
    assert safe_codes(f"{story}, verslaving", {"verslaving"}).endswith(", verslaving")
    assert safe_codes("verslaving, mw. Jansen", known) == MASK


def test_masked_cells_stay_neither_missing_nor_readable():
    assert safe_code("mw. Jansen") == safe_key("mw. Jansen") == MASK


def test_free_text_is_stored_only_when_the_settings_say_so(take_in, tmp_path):
    header = ["Huurdernummer", "Huurschuld", "Opmerking"]
    content = csv_bytes([header, ["1", "2", "belt morgen terug"]])
    assert values(take_in(content), "opmerking") == [None]
    assert "opmerking" in take_in(content).delivered_columns
    path = tmp_path / "open.csv"
    path.write_bytes(content)
    open_settings = Settings(home=tmp_path / "open", keep_free_text=True)
    assert values(read_delivery(path, open_settings), "opmerking") == [
        "belt morgen terug"
    ]
