"""The conversions of the standard, table by table, as the districts spell them."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

MACROS = Path(__file__).parents[2] / "dbt_project" / "macros"
MACRO_FILES = ("conversions", "mappings")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with the conversions, read as intake reads them."""
    with duckdb.connect() as database:
        for name in MACRO_FILES:
            database.execute("\n".join(macro_lines(name)[1:-1]))
        yield database


def macro_lines(name: str) -> list[str]:
    """Return the lines of a file of macros."""
    text = (MACROS / f"{name}.sql").read_text(encoding="utf-8")
    return text.strip().splitlines()


def convert(connection: duckdb.DuckDBPyConnection, call: str, text: str | None) -> Any:
    """Apply a macro to a text; `?` in the call stands for the text."""
    return connection.execute(f"select {call}", [text]).fetchone()[0]


@pytest.mark.parametrize("name", MACRO_FILES)
def test_a_file_is_plain_sql_between_its_first_and_last_line(name):
    lines = macro_lines(name)

    assert lines[0] == f"{{% macro create_{name}() %}}"
    assert lines[-1] == "{% endmacro %}"
    assert not any(mark in line for line in lines[1:-1] for mark in ("{%", "{{", "{#"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13-03-2007", date(2007, 3, 13)),
        ("13/3/07", date(2007, 3, 13)),
        ("13.03.2007", date(2007, 3, 13)),
        ("13 - 3 - 2007", date(2007, 3, 13)),
        ("2007-03-13", date(2007, 3, 13)),
        ("2007-03-13 00:00:00", date(2007, 3, 13)),
        ("2007-03-13T14:30:00Z", date(2007, 3, 13)),
        ("13-03-2007 14:30", date(2007, 3, 13)),
        ("20070313", date(2007, 3, 13)),
        ("13 maart 2007", date(2007, 3, 13)),
        ("13 Mrt 07", date(2007, 3, 13)),
        ("13-mrt-07", date(2007, 3, 13)),
        ("13 mrt. 2007", date(2007, 3, 13)),
        ("1 okt '07", date(2007, 10, 1)),
        ("39154", date(2007, 3, 13)),
        ("39154.75", date(2007, 3, 13)),
        ("  13-03-2007 ", date(2007, 3, 13)),
        ("05/03/26", date(2026, 3, 5)),
        ("31-12-29", date(2029, 12, 31)),
        ("01-01-30", date(1930, 1, 1)),
        ("29-02-2008", date(2008, 2, 29)),
    ],
)
def test_dates_are_read(connection, text, expected):
    assert convert(connection, "read_date(?)", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", "-", "nvt", "x", "31-02-2007", "29-02-2007", "13-13-2007",
        "00-00-0000", "99999999", "99999", "01-01-0007", "12-3-207", "2007", "7",
        "maart 2007", "13 foo 2007", "1234-56",
    ],
)  # fmt: skip
def test_implausible_dates_are_null(connection, text):
    assert convert(connection, "read_date(?)", text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 1.234,56", "1234.56"),
        ("€\u00a01.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("839,-", "839.00"),
        ("839,--", "839.00"),
        ("1.250,-", "1250.00"),
        ("1.250", "1250.00"),
        ("12.345.678", "12345678.00"),
        ("€1250", "1250.00"),
        ("EUR 12,5", "12.50"),
        ("1250 euro", "1250.00"),
        ("1,250.75", "1250.75"),
        ("839.333333", "839.33"),
        ("0.125", "0.13"),
        ("0", "0.00"),
        ("-50,00", "-50.00"),
    ],
)
def test_amounts_are_read(connection, text, expected):
    assert convert(connection, "read_amount(?)", text) == Decimal(expected)


@pytest.mark.parametrize("text", [None, "", "nvt", "veel", "1,250", "1.2.3", "€"])
def test_unclear_amounts_are_null(connection, text):
    assert convert(connection, "read_amount(?)", text) is None


@pytest.mark.parametrize(
    ("call", "text", "expected"),
    [
        ("read_decimal(?)", "7.5", Decimal("7.5")),
        ("read_decimal(?)", "7,5", Decimal("7.5")),
        ("read_decimal(?)", "1.234,5", None),
        ("read_decimal(?)", "twee", None),
        ("read_integer(?)", "3", 3),
        ("read_integer(?)", "3.0", 3),
        ("read_integer(?)", "0", 0),
        ("read_integer(?)", "2.5", None),
        ("read_integer(?)", "drie", None),
    ],
)
def test_numbers(connection, call, text, expected):
    assert convert(connection, call, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, True) for text in ("ja", "J", "x", "X", "1", "1.0", "waar", "WAAR ")]
    + [(text, False) for text in ("nee", "N", "0", "onwaar", "Nee")]
    + [(text, None) for text in (None, "", "-", "onbekend", "?", "misschien")],
)
def test_yes_and_no(connection, text, expected):
    assert convert(connection, "read_yes_no(?)", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [(None, False), ("", False), ("x", True), ("nee", False), ("soms", None)],
)
def test_an_empty_tick_means_no(connection, text, expected):
    assert convert(connection, "read_tick(?)", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (text, True)
        for text in (
            None, "", " ", "-", "nvt", "n.v.t.", "N.V.T.", "Onbekend", "?", "n.n.b."
        )
    ]
    + [(text, False) for text in ("0", "nee", "overig")],
)  # fmt: skip
def test_missing_markers(connection, text, expected):
    assert convert(connection, "is_missing(?)", text) is expected


@pytest.mark.parametrize(
    ("text", "clock", "daypart"),
    [
        ("14:30", time(14, 30), "afternoon"),
        ("9.05", time(9, 5), "morning"),
        ("19u30", time(19, 30), "evening"),
        ("14 uur", time(14), "afternoon"),
        ("11:59", time(11, 59), "morning"),
        ("12:00", time(12), "afternoon"),
        ("18:00:00", time(18), "evening"),
        ("ochtend", None, "morning"),
        ("Middag", None, "afternoon"),
        ("'s avonds", None, "evening"),
        ("25:00", None, None),
        ("straks", None, None),
        (None, None, None),
    ],
)
def test_clocks_and_parts_of_the_day(connection, text, clock, daypart):
    assert convert(connection, "read_clock(?)", text) == clock
    assert convert(connection, "read_daypart(?)", text) == daypart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mrt 2007", date(2007, 3, 1)),
        ("2007-03", date(2007, 3, 1)),
        ("200703", date(2007, 3, 1)),
        ("03-2007", date(2007, 3, 1)),
        ("Turflijst mrt 2007", date(2007, 3, 1)),
        ("dec '07", date(2007, 12, 1)),
        ("maart", date(2009, 3, 1)),
        ("01-03-2007", date(2007, 3, 1)),
        ("Blad1", None),
        ("2007-13", None),
        ("meiden", None),
        (None, None),
    ],
)
def test_months(connection, text, expected):
    assert convert(connection, "read_month(?, 2009)", text) == expected


@pytest.mark.parametrize(
    ("call", "text", "expected"),
    [
        ("fold(?)", "  Oud-Cliënt\u00a0 A ", "oud-client a"),
        ("read_slug(?)", "Zuid Weg!", "zuid-weg"),
        ("read_slug(?)", "-", None),
        ("read_number(?)", " c 2007-1 ", "C2007-1"),
        ("read_number(?)", "12.0", "12"),
        ("read_number(?)", "?", None),
        ("code_key(?)", "1.0", "1"),
        ("pair_key(?)", "SHV+MW", "mw+shv"),
        ("pair_key(?)", "MW / shv", "mw+shv"),
        ("code_parts(?)", "Taal/ ziekte, taal, -", ["taal", "ziekte"]),
    ],
)
def test_codes_and_names(connection, call, text, expected):
    found = convert(connection, call, text)

    assert (sorted(found) if isinstance(found, list) else found) == expected


CODES = """
    {
        'general_code': 'general',
        'exceptions': [
            {
                'code': 'local', 'format': null, 'district': 'noord',
                'valid_from': date '2007-01-01', 'valid_to': date '2007-12-31'
            },
            {
                'code': 'unknown', 'format': 'regas', 'district': null,
                'valid_from': null::date, 'valid_to': null::date
            }
        ]
    }
"""


@pytest.mark.parametrize(
    ("text", "source_format", "place", "expected"),
    [
        ("a", "turflijst", ("centrum", "2007-05-01"), "general"),
        ("a", "turflijst", ("noord", "2007-05-01"), "local"),
        ("a", "turflijst", ("noord", "2008-01-01"), "general"),
        ("a", "turflijst", ("noord", None), "general"),
        ("a", "regas", ("noord", "2007-05-01"), "local"),
        ("a", "regas", (None, "2007-05-01"), None),
        ("onbekend", "turflijst", ("centrum", "2007-05-01"), None),
    ],
)
def test_the_most_specific_valid_code_wins(
    connection, text, source_format, place, expected
):
    found = connection.execute(
        f"select mapped_code(?, {CODES}, ?, ?, ?::date)",
        [text, source_format, *place],
    ).fetchone()[0]

    assert found == expected


def test_a_code_that_nobody_mapped_is_unmapped(connection):
    found = connection.execute(
        f"""
        select mapped_code('a', codes, 'turflijst', 'noord', null)
        from (values (1)) as records(id)
        left join (
            select 2 as id, code.general_code, code.exceptions
            from (select {CODES} as code)
        ) as codes on records.id = codes.id
        """
    ).fetchone()[0]

    assert found == "unmapped"


@pytest.mark.parametrize(
    ("hits", "trials", "lower", "upper"),
    [
        (49, 75, 0.540547, 0.751177),
        (0, 5, 0.0, 0.434482),
        (5, 5, 0.565518, 1.0),
        (1, 10, 0.017876, 0.404150),
    ],
)
def test_wilson_intervals(connection, hits, trials, lower, upper):
    found = connection.execute(
        "select wilson_lower(?, ?), wilson_upper(?, ?)", [hits, trials, hits, trials]
    ).fetchone()

    assert found == pytest.approx((lower, upper), abs=1e-6)


def test_no_trials_have_no_interval(connection):
    assert connection.execute(
        "select wilson_lower(0, 0), wilson_upper(0, 0)"
    ).fetchone() == (None, None)
