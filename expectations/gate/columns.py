"""Which delivered columns feed which field of the standard."""

from collections.abc import Mapping
from dataclasses import dataclass

from expectations.catalogue.catalogue import (
    derived_fields,
    load_catalogue,
    source_fields,
)
from seeds.formats import Column, formats


@dataclass(frozen=True)
class GivenField:
    """SQL conditions over `format` and `delivered_columns` about one field.

    `is_given`: the delivery had a column for it, or it is known without one.
    `is_missed`: the format has a column for it, which this delivery lacked.
    """

    is_given: str
    is_missed: str


def feeding_columns(entity: str, field: str | None) -> Mapping[str, tuple[Column, ...]]:
    """For each format that has any, the columns that feed a field, in order."""
    source = source_fields().get((entity, field or ""), field)
    found = {
        name: tuple(
            column
            for column in declared.columns
            if field and column.field == f"{entity}.{source}"
        )
        for name, declared in formats().items()
    }
    return {name: columns for name, columns in found.items() if columns}


def column_headings(entity: str, field: str | None) -> Mapping[str, tuple[str, ...]]:
    """For each format the headings of the columns that feed a field, in order."""
    return {
        name: tuple(column.header for column in columns)
        for name, columns in feeding_columns(entity, field).items()
    }


def given_expressions(entity: str) -> Mapping[str, GivenField]:
    """The conditions of every field of an entity that a check may ask for."""
    names = {check.field for check in load_catalogue() if check.entity == entity}
    return {name: _given(entity, name) for name in sorted(filter(None, names))}


def _given(entity: str, field: str) -> GivenField:
    if field in derived_fields().get(entity, ()):
        return GivenField("true", "false")
    columns = feeding_columns(entity, field)
    cases = " ".join(
        f"when '{name}' then list_has_any(delivered_columns, "
        f"[{', '.join(repr(column.name) for column in fed)}])"
        for name, fed in columns.items()
    )
    if not cases:
        return GivenField("false", "false")
    is_delivered = f"coalesce(case format {cases} end, false)"
    carrying = ", ".join(f"'{name}'" for name in columns)
    return GivenField(is_delivered, f"(format in ({carrying}) and not {is_delivered})")
