"""Landing texts as written, save those in which somebody may stand named."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

import pyarrow as pa

from seeds.formats import Column, fold_letters
from seeds.rows import read_seed
from warehouse.intake.conversions import READERS, Conversions
from warehouse.privacy.personal_data import (
    MASK,
    can_identify,
    has_words,
    safe_code,
    safe_codes,
    safe_key,
)

Cleaner = Callable[[str], str]


def safe_columns(
    columns: Sequence[tuple[Column, pa.Array]], conversions: Conversions
) -> dict[str, pa.Array]:
    """The texts of each column by its name, masked or cut off where needed.

    A text that no conversion reads may be a remark in the wrong cell: with words in
    it, it is masked, and stays unreadable. Codes and keys have their own rules.
    """
    unreadable = _unreadable(columns, conversions)
    return {
        column.name: _cleaned(texts, _cleaner(column, unreadable))
        for column, texts in columns
    }


def _unreadable(
    columns: Sequence[tuple[Column, pa.Array]], conversions: Conversions
) -> Mapping[str, set[str]]:
    """The unreadable texts of each kind; one query a kind, for they are slow."""
    doubtful: dict[str, set[str]] = {}
    for column, texts in columns:
        if column.kind in READERS:
            doubtful.setdefault(column.kind, set()).update(
                text
                for text in _distinct(texts)
                if has_words(text) or can_identify(text)
            )
    return {
        kind: conversions.unreadable(texts, kind) for kind, texts in doubtful.items()
    }


def _cleaner(column: Column, unreadable: Mapping[str, set[str]]) -> Cleaner:
    if column.kind in READERS:
        masked = unreadable[column.kind]
        return lambda text: MASK if text in masked else text
    if column.kind == "free_text":
        return str
    if column.kind == "codes":
        return partial(safe_codes, known=_spellings(column.code_list or ""))
    return safe_key if column.kind == "text" else safe_code


@cache
def _spellings(code_list: str) -> frozenset[str]:
    """The folded spellings that the standard knows of the codes of a list."""
    return frozenset(
        fold_letters(row["source_code"])
        for row in read_seed("code_mappings.csv")
        if row["code_list"] == code_list
    )


def _cleaned(texts: pa.Array, clean: Cleaner) -> pa.Array:
    distinct = _distinct(texts)
    changed = {text: safe for text in distinct if (safe := clean(text)) != text}
    if not changed:
        return texts
    return pa.array(
        [changed.get(text, text) for text in texts.to_pylist()], pa.string()
    )


def _distinct(texts: pa.Array) -> list[str]:
    return texts.drop_null().unique().to_pylist()
