"""A source's text as the list of mappings spells it, by the macros of staging."""

from functools import cache

import duckdb

from seeds.formats import DBT_PROJECT, Column, formats

MACRO_FILES = ("conversions.sql", "mappings.sql")
PAIRS = "visitors"
"""The code list whose codes are pairs, in any order."""


def source_code(code_list: str, text: str) -> str:
    """The text folded like a source code of `code_list`."""
    key = "pair_key" if code_list == PAIRS else "code_key"
    return str(_asked(f"select {key}(?)", text))


def says_nothing(text: str) -> bool:
    """Whether the text only says that there is no value."""
    return bool(_asked("select is_missing(?)", text))


def parts_of(code_list: str, text: str) -> list[str]:
    """The codes that a cell of this list is read as: one, unless it holds several."""
    kinds = {
        column.kind
        for source_format in formats().values()
        for column in source_format.columns
        if column.code_list == code_list
    }
    if kinds != {"codes"}:
        return [source_code(code_list, text)]
    parts = _asked("select code_parts(?)", text)
    return list(parts) if isinstance(parts, list) else []


def _asked(question: str, text: str) -> object:
    row = spelling_database().cursor().execute(question, [text]).fetchone()
    return row[0] if row else None


def holds_code(column: Column) -> str:
    """SQL: whether a cell of the column in landing is read as the code `$code`."""
    if column.kind == "codes":
        return f'list_contains(code_parts("{column.name}"), $code)'
    key = "pair_key" if column.code_list == PAIRS else "code_key"
    return f'{key}("{column.name}") = $code'


@cache
def spelling_database() -> duckdb.DuckDBPyConnection:
    """A database with the macros of staging; take a cursor of it."""
    connection = duckdb.connect(":memory:")
    for name in MACRO_FILES:
        text = (DBT_PROJECT / "macros" / name).read_text("utf-8")
        # The first and the last line belong to dbt.
        connection.execute("\n".join(text.strip().splitlines()[1:-1]))
    return connection
