"""The values of a view: read as they were prepared, or added up where they were not."""

from collections.abc import Iterable

from dashboard.periods import Period
from dashboard.selection import COLUMNS, Selection
from dashboard.store import Release, Row
from warehouse.indicators import Question, write_query

PERIODS = ("year", "quarter", "month")

_PREPARED_SETS = (
    "total",
    "district",
    "pilot",
    "programme",
    "corporation",
    "district,pilot",
)

_PREPARED = """
select *
from marts.indicator_values
where
    dimension_set = $dimension_set
    and period_type = $period_type
    and ($first is null or period_start between $first and $last)
    {conditions}
order by period_start
"""


def rows(release: Release, selection: Selection, split: str | None = None) -> list[Row]:
    """Return the values of a view, one row per indicator and category.

    With `split`, a dimension or a period, one row per code of it too, in `code`;
    a split replaces what the view had chosen of that dimension.
    """
    if split in COLUMNS:
        selection = selection.with_(**{split: None})
    columns = [*selection.conditions, *([COLUMNS[split]] if split in COLUMNS else [])]
    dimension_set = ",".join(sorted(columns)) or "total"
    if dimension_set in _PREPARED_SETS:
        return _prepared(release, selection, split, dimension_set)
    return _added_up(release, selection, split)


def _prepared(
    release: Release, selection: Selection, split: str | None, dimension_set: str
) -> list[Row]:
    span, conditions = selection.span, selection.conditions
    found = release.rows(
        _PREPARED.format(
            conditions="".join(f"and {name} = ${name} " for name in conditions)
        ),
        conditions
        | {
            "dimension_set": dimension_set,
            "period_type": split
            if split in PERIODS
            else span.kind
            if span
            else "total",
            "first": span.first if span else None,
            "last": span.last if span else None,
        },
    )
    return list(_with_code(found, split))


def _with_code(found: Iterable[Row], split: str | None) -> Iterable[Row]:
    for row in found:
        yield row | {"code": _code(row, split)}


def _code(row: Row, split: str | None) -> str | None:
    if split in PERIODS:
        return Period(split, row["period_start"]).code
    return row[COLUMNS[split]] if split else None


def _added_up(release: Release, selection: Selection, split: str | None) -> list[Row]:
    span = selection.span
    by = [COLUMNS.get(split, split)] if split else []
    question = Question(
        by=[*by, "category"],
        date_from=span.first if span else None,
        date_to=span.last if span else None,
        where={name: [code] for name, code in selection.conditions.items()},
    )
    sql, parameters = write_query(question)
    key = f"key_{by[0]}" if by else None
    return [
        row | {"code": row[key] if key else None}
        for row in release.rows(sql, parameters)
    ]
