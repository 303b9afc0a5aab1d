"""No invented name, birth date, postcode, number or phone reaches the disk."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.acceptance.demonstration_files import FILES
from tests.acceptance.identifiers import all_spellings, found_in

KINDS = ("name", "birth_date", "postcode", "contract", "client", "phone")


@pytest.fixture(scope="module")
def forbidden(invented):
    return set().union(*(all_spellings(kind, invented[kind]) for kind in KINDS))


def _parquet_texts(path: Path) -> Iterator[str]:
    with duckdb.connect() as connection:
        yield _as_text(connection.read_parquet(str(path)).fetchall())


def _duckdb_texts(path: Path) -> Iterator[str]:
    with duckdb.connect(str(path), read_only=True) as connection:
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables()"
        ).fetchall()
        for schema, table in tables:
            rows = connection.execute(f'select * from "{schema}"."{table}"').fetchall()
            yield _as_text(rows)


def _sqlite_texts(path: Path) -> Iterator[str]:
    with sqlite3.connect(path) as connection:
        yield from connection.iterdump()


def _as_text(rows: list[tuple]) -> str:
    return "\n".join(" | ".join(map(str, row)) for row in rows)


READERS = {
    ".parquet": _parquet_texts,
    ".duckdb": _duckdb_texts,
    ".sqlite": _sqlite_texts,
}


def _texts(path: Path) -> Iterator[str]:
    """Yield a file's raw bytes as text, and the values that it holds packed."""
    yield path.read_bytes().decode("latin-1")
    yield from READERS.get(path.suffix, lambda _: ())(path)


def _files(home: Path) -> list[Path]:
    paths = [path for path in home.rglob("*") if path.is_file()]
    return [path for path in paths if path.stat().st_size and not path.is_symlink()]


def test_every_spelling_would_be_found(invented):
    for kind in KINDS:
        spellings = all_spellings(kind, invented[kind])
        assert found_in("\n".join(spellings), spellings) == spellings


def test_the_delivered_files_do_hold_every_kind(invented):
    delivered = "\n".join(
        path.read_bytes().decode("latin-1") for path in FILES.iterdir()
    )
    for kind in KINDS:
        assert found_in(delivered, all_spellings(kind, invented[kind])), kind


def test_no_identifier_stands_anywhere_under_the_home_folder(demo_home, forbidden):
    leaking = {
        path.relative_to(demo_home).as_posix()
        for path in _files(demo_home)
        if any(found_in(text, forbidden) for text in _texts(path))
    }
    assert leaking == set()


def test_the_home_folder_holds_landed_records_and_a_release(demo_home):
    suffixes = {path.suffix for path in _files(demo_home)}
    assert set(READERS) <= suffixes


def test_the_command_prints_no_identifier(demo_output, forbidden):
    assert "turflijst-transvaal-2007.xlsx" in demo_output
    assert not found_in(demo_output, forbidden)


def test_a_refused_delivery_leaves_and_prints_no_identifier(
    tmp_path, run_eropaf, forbidden
):
    forms = (FILES / "overdracht-centrum-2007.csv").read_text("cp1252")
    file = tmp_path / "zonder-melddatum.csv"
    file.write_text(forms.replace("Datum melding", "Iets anders", 1), "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    result = run_eropaf(home, "deliver", file, "--json")
    assert result.returncode == 2, result.stderr
    assert not found_in(result.stdout + result.stderr, forbidden)
    assert not any(found_in(t, forbidden) for f in _files(home) for t in _texts(f))
