"""How code_mappings spells a word: the macros of the project, asked once."""

from functools import cache

import duckdb

from seeds.formats import DBT_PROJECT


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name in ("conversions", "mappings"):
        text = (DBT_PROJECT / "macros" / f"{name}.sql").read_text("utf-8")
        body = text.split("%}", 1)[1].rsplit("{%", 1)[0]
        connection.execute(body)
    return connection


@cache
def mapping_key(code_list: str, text: str) -> str:
    """The folded spelling of a word of a list."""
    macro = "pair_key" if code_list == "visitors" else "code_key"
    row = _connection().execute(f"select {macro}(?)", [text]).fetchone()
    assert row
    return str(row[0])
