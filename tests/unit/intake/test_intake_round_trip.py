"""The same rows, however a district writes them down, land as the same values."""

import csv
import io
import random
from collections.abc import Callable
from typing import NamedTuple

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.formats import formats
from warehouse.intake import read_delivery
from warehouse.settings import Settings

FORMAT = formats()["overdrachtsformulier"]
TEXTS = {
    "date": ["13-03-2007", "2007-03-14", "13 maart 2007", "nvt"],
    "amount": ["€ 1.234,56", "839,-", "0", "-"],
    "integer": ["3", "0", "?"],
    "decimal": ["2", "2.5"],
    "yes_no": ["ja", "Nee", "x"],
    "clock": ["ochtend", "14:30"],
    "code": ["oud-cliënt", "betaald/regeling", "overig"],
    "codes": ["taal/overig", "ziekte, schulden"],
    "text": ["M-1", "Stichting Één", 'met "aanhaling"', "a;b|c,d"],
    "contract": ["C-001", "77 a"],
    "name": ["Janssen", "d'Hondt"],
    "birth_date": ["13-03-1960", "1-1-55"],
    "postcode": ["1018 AB", "1018ab"],
    "house_number": ["12-hs"],
}
STORED = [column for column in FORMAT.columns if column.kind != "free_text"]
RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            column.name: st.sampled_from([*TEXTS[column.pseudonym or column.kind], ""])
            for column in STORED
            if column.name != "meldnummer"
        }
    ),
    min_size=1,
    max_size=4,
)
SPELLINGS = (
    str,
    str.upper,
    lambda heading: f" {heading} ",
    lambda heading: heading.replace(" ", "_"),
    lambda heading: heading.replace(" ", ""),
    lambda heading: f"{heading} (€)",
)


def numbered(records):
    """Each record with a number, so that no row is empty or a note."""
    return [{"meldnummer": f"M{n}", **record} for n, record in enumerate(records)]


def rows_of(records, columns, spell):
    header = [spell(column.header) for column in columns]
    return [header, *([row[column.name] for column in columns] for row in records)]


def as_text(rows, writing):
    stream = io.StringIO(newline="")
    dialect = {"delimiter": writing.separator, "lineterminator": writing.line_end}
    csv.writer(stream, **dialect).writerows(rows)
    return stream.getvalue().encode(writing.encoding)


def as_workbook(rows):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Blad1")
        for number, row in enumerate(rows):
            for position, cell in enumerate(row):
                sheet.write_string(number, position, cell)
    return stream.getvalue()


def landed_values(home, content):
    path = home / "delivery.bin"
    path.write_bytes(content)
    table = read_delivery(path, Settings(home=home)).table
    return [
        {column.name: row[column.name] for column in STORED} | survivors(row)
        for row in table.to_pylist()
    ]


def survivors(row):
    return {name: row[name] for name in ("birth_year", "postcode4", "is_test")}


class Writing(NamedTuple):
    """How a district happens to write its file."""

    separator: str
    encoding: str
    line_end: str
    spell: Callable[[str], str]
    order: int


WRITINGS = st.builds(
    Writing,
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(SPELLINGS),
    st.integers(0, 999),
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(records=RECORDS, writing=WRITINGS)
def test_every_writing_of_the_same_rows_lands_the_same(
    tmp_path_factory, records, writing
):
    home = tmp_path_factory.mktemp("home")
    rows = numbered(records)
    shuffled = random.Random(writing.order).sample(STORED, len(STORED))
    plain = landed_values(home, as_workbook(rows_of(rows, STORED, str)))
    written = rows_of(rows, shuffled, writing.spell)
    assert landed_values(home, as_text(written, writing)) == plain
    assert landed_values(home, as_workbook(written)) == plain
    for record, row in zip(rows, plain, strict=True):
        for column in STORED:
            if column.kind != "identifier":
                assert row[column.name] == (record[column.name] or None)
