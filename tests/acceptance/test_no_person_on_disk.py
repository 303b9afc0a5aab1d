"""No invented name, birth date, postcode, number or phone reaches the disk."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.acceptance.demonstration_files import FILES, MONTH_NUMBERS


def _birth_date_spellings(iso: str) -> set[str]:
    """Return the ways in which a birth date might be written."""
    born = date.fromisoformat(iso)
    months = [name for name, number in MONTH_NUMBERS.items() if number == born.month]
    numeric = {f"{born:%d-%m-%Y}", f"{born:%d/%m/%Y}", f"{born:%Y%m%d}"}
    short = {f"{born.day}/{born.month}/{born:%y}", f"{born.day}-{born.month}-{born:%Y}"}
    words = {f"{born.day} {m} {y}" for m in months for y in (born.year, f"{born:%y}")}
    return {iso} | numeric | short | words


def _spellings(kind: str, value: str) -> set[str]:
    if kind == "birth_date":
        return _birth_date_spellings(value)
    without_marks = re.sub(r"[\s-]", "", value)
    if kind == "contract":
        prefix, digits = value.split("-")
        return {value, without_marks, f"{prefix} {digits}", digits}
    return {value, without_marks}


def _forbidden(invented: dict[str, set[str]]) -> re.Pattern[str]:
    """Return a pattern that finds any identifier standing on its own."""
    spelled = {
        spelling
        for kind, values in invented.items()
        for value in values
        for spelling in _spellings(kind, value)
    }
    alternatives = "|".join(re.escape(text) for text in sorted(spelled))
    return re.compile(rf"(?<![0-9a-z])(?:{alternatives})(?![0-9a-z])", re.IGNORECASE)


def _parquet_texts(path: Path) -> Iterator[str]:
    with duckdb.connect() as connection:
        for row in connection.read_parquet(str(path)).fetchall():
            yield " | ".join(map(str, row))


def _duckdb_texts(path: Path) -> Iterator[str]:
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute(
            "select table_schema, table_name from information_schema.tables"
        ).fetchall()
        for schema, table in tables:
            rows = connection.execute(f'select * from "{schema}"."{table}"').fetchall()
            for row in rows:
                yield " | ".join(map(str, row))


def _sqlite_texts(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as connection:
        yield from connection.iterdump()


def _texts(path: Path) -> Iterator[str]:
    """Yield a file's raw bytes as text, and what a compressed file holds."""
    yield path.read_bytes().decode("latin-1")
    readers = {
        ".parquet": _parquet_texts,
        ".duckdb": _duckdb_texts,
        ".sqlite": _sqlite_texts,
    }
    if path.suffix in readers:
        yield from readers[path.suffix](path)


def _files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file() and path.stat().st_size]


@pytest.fixture(scope="module")
def forbidden(invented):
    return _forbidden(invented)


def test_the_pattern_finds_every_kind_in_the_delivered_files(invented):
    delivered = "\n".join(
        path.read_bytes().decode("latin-1") for path in FILES.iterdir()
    )
    for kind in ("name", "birth_date", "postcode", "contract", "client", "phone"):
        found = _forbidden({kind: invented[kind]}).search(delivered)
        assert found, f"no {kind} found where there must be one"


def test_no_identifier_stands_anywhere_under_the_home_folder(demo_home, forbidden):
    leaking = {
        path.relative_to(demo_home).as_posix()
        for path in _files(demo_home)
        if any(forbidden.search(text) for text in _texts(path))
    }
    assert leaking == set()


def test_the_home_folder_holds_landed_records_and_a_release(demo_home):
    suffixes = {path.suffix for path in _files(demo_home)}
    assert {".parquet", ".duckdb"} <= suffixes


def test_the_command_prints_no_identifier(tmp_path, run_eropaf, forbidden):
    for file in sorted(FILES.iterdir()):
        result = run_eropaf(tmp_path, "deliver", file, "--json")
        assert not forbidden.search(result.stdout + result.stderr), file.name
