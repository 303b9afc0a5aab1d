"""Indicators of a release, by any dimensions and over any period."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import UserError

Row = dict[str, Any]

UNIT_DIMENSIONS = (
    "district",
    "pilot",
    "programme",
    "working_model",
    "corporation",
    "partner_type",
    "sex",
    "age_band",
    "household_type",
    "repeat",
    "category",
)

# A period's key as people read it, and the unit that date_trunc knows.
PERIOD_KEYS = {
    "month": "strftime(unit_date, '%Y-%m')",
    "quarter": "year(unit_date) || '-Q' || quarter(unit_date)",
    "year": "cast(year(unit_date) as varchar)",
}

DIMENSIONS = (*UNIT_DIMENSIONS[:6], *PERIOD_KEYS, *UNIT_DIMENSIONS[6:])

MEASURES = (
    "period_start",
    "period_end",
    "as_of",
    "numerator",
    "denominator",
    "value",
    "lower",
    "upper",
    "unknown",
)

_MISSING_RELEASE = UserError(
    "Er is nog geen release. Maak er een met: eropaf build",
    "There is no release yet. Make one with: eropaf build",
)


@dataclass(frozen=True)
class Question:
    """What is asked: which indicators, split by what, over which units."""

    indicators: list[str] | None = None
    by: list[str] = field(default_factory=list)
    date_from: date | None = None
    date_to: date | None = None
    where: dict[str, list[str]] = field(default_factory=dict)


def read_indicators(
    database: Path,
    indicators: list[str] | None = None,
    by: list[str] | None = None,
    *,
    date_from: date | None = None,
    date_to: date | None = None,
    where: dict[str, list[str]] | None = None,
) -> list[Row]:
    """Return one row per indicator, category and combination of dimensions.

    Shares are fractions from 0 to 1; dates are ISO texts. Without `by` a row
    is the region's total. `date_from` and `date_to` are inclusive and hold for
    the day that decides a unit's period. Raises `UserError` for an unknown
    indicator, dimension, district or pilot, and without a release.
    """
    question = Question(indicators, by or [], date_from, date_to, where or {})
    _check_dimensions([*question.by, *question.where])
    if not database.exists():
        raise _MISSING_RELEASE
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        catalogue = _read_catalogue(connection)
        _check_indicators(question.indicators or [], catalogue)
        _check_places(connection, question.where)
        sql, parameters = write_query(question)
        found = connection.execute(sql, parameters)
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return [_present(row, question.by, catalogue) for row in rows]


def _read_catalogue(connection: duckdb.DuckDBPyConnection) -> dict[str, bool]:
    """Indicators computed from units, and whether each has categories."""
    found = connection.execute(
        "select indicator_id, category_list is not null from standard.indicators"
        " where aggregate <> 'curve' order by sort_order"
    )
    return dict(found.fetchall())


def _check_dimensions(names: Iterable[str]) -> None:
    unknown = sorted(set(names) - set(DIMENSIONS))
    if unknown:
        raise _unknown_name("dimensie", "dimension", unknown, DIMENSIONS)


def _check_indicators(names: list[str], catalogue: dict[str, bool]) -> None:
    unknown = sorted(set(names) - set(catalogue))
    if unknown:
        raise _unknown_name("indicator", "indicator", unknown, catalogue)


def _check_places(
    connection: duckdb.DuckDBPyConnection, where: dict[str, list[str]]
) -> None:
    """A misspelt district or pilot must not look like one without signals."""
    for kind_nl, name in (("stadsdeel", "district"), ("pilot", "pilot")):
        found = connection.execute(f"select {name} from standard.{name}s order by 1")
        known = [*(code for (code,) in found.fetchall()), "unknown"]
        unknown = sorted(set(where.get(name, [])) - set(known))
        if unknown:
            raise _unknown_name(kind_nl, name, unknown, known)


def _unknown_name(
    kind_nl: str, kind_en: str, unknown: list[str], known: Iterable[str]
) -> UserError:
    names, choices = ", ".join(unknown), ", ".join(known)
    return UserError(
        f"Onbekend als {kind_nl}: {names}. Kies uit: {choices}.",
        f"Unknown {kind_en}: {names}. Choose from: {choices}.",
    )


def _expression(dimension: str) -> str:
    return PERIOD_KEYS.get(dimension, dimension)


def _finest_period(by: list[str]) -> str | None:
    """The shortest period among the dimensions, which sets a row's bounds."""
    return next((period for period in PERIOD_KEYS if period in by), None)


def _write_conditions(question: Question) -> tuple[str, Row]:
    """Which units count, as SQL with named parameters."""
    conditions, parameters = ["true"], {}
    if question.indicators is not None:
        # Checked names as literals let DuckDB skip all other branches.
        names = ", ".join(f"'{name}'" for name in question.indicators)
        conditions.append(f"indicator_id in ({names})" if names else "false")
    if question.date_from:
        conditions.append("unit_date >= $date_from")
    if question.date_to:
        conditions.append("unit_date <= $date_to")
    if _finest_period(question.by):
        conditions.append("unit_date is not null")
    for dimension, values in question.where.items():
        conditions.append(f"list_contains($in_{dimension}, {_expression(dimension)})")
        parameters[f"in_{dimension}"] = values
    return " and ".join(conditions), parameters


def _write_bounds(period: str | None) -> tuple[str, str]:
    """First and last day of the period of a unit, within the bounds asked."""
    if period is None:
        return "$date_from", "$date_to"
    last_month = {"month": 0, "quarter": 2, "year": 11}[period]
    first = f"date_trunc('{period}', unit_date)"
    last = f"last_day(cast({first} + interval {last_month} month as date))"
    return f"greatest({first}, $date_from)", f"least({last}, $date_to)"


def write_query(question: Question) -> tuple[str, Row]:
    """The query over indicator_units; its aggregates stand in the release."""
    keys = [name for name in question.by if name != "category"]
    split = "".join(f"{_expression(name)} as key_{name}, " for name in keys)
    columns = "".join(f"key_{name}, " for name in keys)
    first, last = _write_bounds(_finest_period(question.by))
    conditions, parameters = _write_conditions(question)
    parameters |= {"date_from": question.date_from, "date_to": question.date_to}
    sql = f"""
with as_of as (
    select any_value(as_of) as as_of from marts.indicator_values
),
asked as (
    select *, {split}
        cast({first} as date) as first_day,
        cast({last} as date) as last_day,
    from marts.indicator_units
    where {conditions}
),
described as (
    select
        asked.*, catalogue.aggregate, catalogue.sort_order, as_of.as_of,
        districts.dwellings, pilots.started_on as pilot_start,
        least(coalesce(pilots.ended_on, as_of.as_of), as_of.as_of) as pilot_end,
    from asked
    cross join as_of
    inner join standard.indicators as catalogue using (indicator_id)
    left join standard.pilots as pilots on asked.pilot = pilots.pilot
    left join standard.districts as districts
        on asked.district = districts.district
),
added_up as (
    select
        indicator_id, category, {columns}
        any_value(aggregate) as aggregate,
        any_value(sort_order) as sort_order,
        any_value(as_of) as as_of,
        coalesce(any_value(first_day), min(unit_date)) as period_start,
        coalesce(any_value(last_day), max(unit_date)) as period_end,
        marts.indicator_numerator(aggregate, unit_id, numerator) as numerator,
        marts.indicator_denominator(
            any_value(aggregate), sum(denominator),
            marts.indicator_months(
                min(pilot_start), max(pilot_end),
                any_value(first_day), any_value(last_day)
            ),
            marts.indicator_dwellings(aggregate, district, dwellings)
        ) as denominator,
        marts.indicator_statistic(aggregate, numerator, denominator) as statistic,
        cast(sum(unknown) as bigint) as unknown,
    from described
    group by {columns} indicator_id, category
)
select
    indicator_id, category, {columns} period_start, period_end, as_of,
    numerator, denominator,
    marts.indicator_value(aggregate, numerator, denominator, statistic) as value,
    case when aggregate = 'share'
        then wilson_lower(numerator, denominator) end as lower,
    case when aggregate = 'share'
        then wilson_upper(numerator, denominator) end as upper,
    unknown,
from added_up
left join (
    select indicator_id, category_list from standard.indicators
) as lists using (indicator_id)
left join (
    select category_list, category, sort_order as place
    from marts.indicator_categories_listed
) as places using (category_list, category)
order by added_up.sort_order, {columns} places.place, category
"""
    return sql, parameters


def _present(row: Row, by: list[str], catalogue: dict[str, bool]) -> Row:
    """Give a row exactly the keys that the stable interface names."""
    shown = {"indicator_id": row["indicator_id"]}
    shown |= {name: row.get(f"key_{name}", row["category"]) for name in by}
    if catalogue[row["indicator_id"]]:
        shown["category"] = row["category"]
    return shown | {name: _plain(row[name]) for name in MEASURES}


def _plain(value: float | date | None) -> float | str | None:
    """Whole numbers without a fraction and dates as ISO text, for JSON."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
