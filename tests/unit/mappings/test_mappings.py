"""Recording, undoing and reading the mappings of stewards."""

from datetime import UTC, date

import pytest

from warehouse.errors import UserError
from warehouse.settings import Settings
from warehouse.stewardship.mappings.files import read_mappings
from warehouse.stewardship.mappings.record import (
    MappingRequest,
    landed_mappings,
    list_mappings,
    record_mappings,
    undo_mapping,
)
from warehouse.stewardship.mappings.spelling import parts_of, source_code

VROU = MappingRequest("sex", " Vróu ", "female")
BY = "A. Beheerder"


@pytest.fixture
def home(tmp_path) -> Settings:
    return Settings(home=tmp_path / "home", _env_file=None)


def test_a_mapping_is_kept_with_name_date_and_note(home):
    request = MappingRequest(
        *("sex", "Vrou", "female", "regas", "noord", date(2007, 1, 1)),
        note=" tikfout bij ons ",
    )
    record_mappings(home, [request], BY)
    (found,) = list_mappings(home)

    assert (found.source_text, found.source_code, found.code) == (
        *("Vrou", "vrou"),
        "female",
    )
    assert (found.format, found.district) == ("regas", "noord")
    assert (found.valid_from, found.valid_to) == (date(2007, 1, 1), None)
    assert (found.mapped_by, found.note) == (BY, "tikfout bij ons")
    assert found.mapped_at.tzinfo is UTC


def test_the_same_mapping_is_recorded_once(home):
    first = record_mappings(home, [VROU], BY)
    again = record_mappings(home, [MappingRequest("sex", "vrou", "female")], "Ander")
    other = record_mappings(home, [MappingRequest("sex", "vrou", "male")], BY)

    assert again[0].mapping_id == first[0].mapping_id
    assert again[0].mapped_by == BY
    assert other[0].mapping_id != first[0].mapping_id


def test_undoing_takes_a_mapping_out_and_keeps_it_in_the_history(home):
    (mapping,) = record_mappings(home, [VROU], BY)
    undo_mapping(home, mapping.mapping_id, "Ander")

    assert landed_mappings(home) == []
    (kept,) = list_mappings(home)
    assert (kept.mapped_by, kept.undone_by) == (BY, "Ander")
    with pytest.raises(UserError):
        undo_mapping(home, mapping.mapping_id, "Ander")
    (again,) = record_mappings(home, [VROU], BY)
    assert [one.mapping_id for one in landed_mappings(home)] == [again.mapping_id]


@pytest.mark.parametrize(
    "request_",
    [
        MappingRequest("geslacht", "vrou", "female"),
        MappingRequest("sex", "vrou", "vrouw"),
        MappingRequest("sex", "n.v.t.", "female"),
        MappingRequest("sex", "Mw. Jansen", "female"),
        MappingRequest("sex", "[tekst]", "female"),
        MappingRequest("problem", "schuldn/taal", "language"),
        MappingRequest("sex", "vrou", "female", format="excel"),
        MappingRequest("sex", "vrou", "female", district="noordd"),
        MappingRequest(
            *("sex", "vrou", "female", None, None),
            *(date(2007, 2, 1), date(2007, 1, 1)),
        ),
        MappingRequest("sex", "vrou", "female", note="bel 06-12345678"),
    ],
    ids=lambda request: "/".join(
        str(value) for value in vars(request).values() if value
    ),
)
def test_what_cannot_be_recorded_is_refused_whole(home, request_):
    with pytest.raises(UserError):
        record_mappings(home, [VROU, request_], BY)
    assert list_mappings(home) == []


def test_nobody_maps_without_a_name(home):
    with pytest.raises(UserError, match="--by"):
        record_mappings(home, [VROU], "  ")


@pytest.mark.parametrize(
    ("code_list", "text", "key"),
    [
        ("sex", " Vróu ", "vrou"),
        ("close_code", "1.0", "1"),
        ("visitors", "MW / SHV", "mw+shv"),
    ],
)
def test_a_text_is_folded_as_staging_does(code_list, text, key):
    assert source_code(code_list, text) == key


def test_only_cells_with_several_codes_are_parted():
    assert sorted(parts_of("problem", "Taal/ziekt")) == ["taal", "ziekt"]
    assert parts_of("result", "betaald/regelling") == ["betaald/regelling"]


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_file_of_mappings(tmp_path, separator):
    lines = [
        ("code_list", "source_text", "code", "district", "valid_from"),
        ("sex", "vrou", "female", "noord", "2007-01-01"),
        ("result", "regelling", "arranged", "", ""),
    ]
    file = tmp_path / "vertalingen.csv"
    text = "\n".join(separator.join(line) for line in lines)
    file.write_text(f"\ufeff{text}\n", encoding="utf-8")

    assert read_mappings(file) == [
        MappingRequest("sex", "vrou", "female", None, "noord", date(2007, 1, 1)),
        MappingRequest("result", "regelling", "arranged"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("code_list,code\nsex,female\n", "source_text"),
        ("code_list,source_text,code\nsex,vrou,female\nsex,x,y\n", "Line 3"),
        ("code_list,source_text,code,valid_to\nsex,vrou,female,1-1-2007\n", "Line 2"),
    ],
)
def test_a_wrong_file_says_where(tmp_path, content, said):
    file = tmp_path / "vertalingen.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        read_mappings(file)
