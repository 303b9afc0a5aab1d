"""Landing: one Parquet file a delivery, all text, put in place at once."""

import pyarrow.parquet as pq
import pytest
from intake_files import BAILIFF_HEADER, BAILIFF_ROW, csv_bytes

from seeds.formats import formats
from warehouse.intake import land
from warehouse.intake.landing import landing_schema

LINEAGE = {"delivery_id": "string", "sheet": "string"}
LINEAGE |= {"row_number": "int64", "is_test": "bool"}


def test_a_landing_file_holds_the_contracted_columns_as_text(take_in, tmp_path):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]))
    path = tmp_path / "landing" / "d0001.parquet"
    land(delivery, path)
    table = pq.read_table(path)
    assert table.column("delivery_id").to_pylist() == ["d0001"]
    types = {field.name: str(field.type) for field in table.schema}
    assert {name: types.pop(name) for name in LINEAGE} == LINEAGE
    assert set(types.values()) == {"string"}
    declared = {column.name for column in delivery.format.columns}
    survivors = {
        "sheet_month",
        "birth_year",
        "postcode4",
        "unreadable_identifiers",
        "extra_columns",
    }
    assert set(types) == declared | survivors
    assert [file.name for file in path.parent.iterdir()] == ["d0001.parquet"]


def test_a_delivery_can_be_landed_under_another_name(take_in, tmp_path):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]))
    path = tmp_path / "aside.parquet"
    land(delivery, path, delivery_id="d0002")
    assert pq.read_table(path).column("delivery_id").to_pylist() == ["d0002"]


def test_nothing_is_left_behind_when_writing_fails(take_in, tmp_path, monkeypatch):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]))

    def half_write(_table, where, **_options):
        where.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(pq, "write_table", half_write)
    with pytest.raises(OSError, match="disk full"):
        land(delivery, tmp_path / "landing" / "d1.parquet")
    assert list((tmp_path / "landing").iterdir()) == []


def test_a_column_that_was_not_delivered_is_null_and_not_listed(take_in):
    delivery = take_in(csv_bytes([BAILIFF_HEADER, BAILIFF_ROW]))
    assert "kosten" not in delivery.delivered_columns
    assert delivery.table.column("kosten").null_count == 1


def test_the_fingerprint_tells_files_apart(take_in):
    one = csv_bytes([BAILIFF_HEADER, BAILIFF_ROW])
    assert take_in(one).fingerprint == take_in(one).fingerprint
    assert take_in(one).fingerprint != take_in(one + b"\n").fingerprint


@pytest.mark.parametrize("format_", formats().values(), ids=lambda each: each.name)
def test_every_format_has_a_landing_schema_without_doubles(format_):
    names = landing_schema(format_).names
    assert len(names) == len(set(names))


def test_facts_come_from_the_columns_but_not_from_test_rows(take_in):
    header = ["signaal_id", "gebeurtenis", "datum", "stadsdeel", "pilot"]
    rows = [
        ["1", "signaal", "1-2-2009", "Oud West", "stedelijk-2009"],
        ["2", "signaal", "1-2-2009", "oud-west", ""],
        ["TEST1", "signaal", "1-2-2009", "Noord", ""],
    ]
    facts = take_in(csv_bytes([header, *rows], "\t")).facts
    assert facts.districts == ("oud-west",)
    assert facts.pilots == ("stedelijk-2009",)
