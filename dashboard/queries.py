"""Everything the dashboard reads; the only SQL of the dashboard.

Reads prepared tables of the schemas `marts`, `quality` and `standard` (the seeds as
they were when the release was made). Values from the address are bound, never
written into the text.
"""

from datetime import date
from typing import Any

from dashboard.measures import Indicator, Measure, Measures
from dashboard.selection import Options, Selection
from dashboard.store import Release, Row

_OPTIONS = """
select
    list(distinct district order by district)
        filter (dimension_set = 'district' and district <> 'unknown') as districts,
    list(distinct pilot order by pilot)
        filter (dimension_set = 'pilot' and pilot <> 'unknown') as pilots,
    list(distinct year(period_start) order by year(period_start))
        filter (period_type = 'year') as years
from marts.indicator_values
where numerator is not null
"""

_VALUES = """
select *
from marts.indicator_values
where
    dimension_set = $dimension_set
    and district is not distinct from $district
    and pilot is not distinct from $pilot
    and period_type = $period_type
    and ($year is null or year(period_start) = $year)
"""


def options(release: Release) -> Options:
    """Return the districts, pilots and years of which the release has figures."""
    found = release.rows(_OPTIONS)[0]
    return Options(**{name: tuple(codes or ()) for name, codes in found.items()})


def labels(release: Release, table: str, code: str, language: str) -> dict[str, str]:
    """Return the label of every code of a list such as `dim_pilot`."""
    rows = release.rows(
        f"select {code} as code, {_text('label', language)} as label"
        f" from marts.{table} where {code} is not null order by label"
    )
    return {row["code"]: row["label"] or row["code"] for row in rows}


def district_labels(release: Release, language: str) -> dict[str, str]:
    """Return the names of the districts."""
    return labels(release, "dim_district", "district", language)


def pilot_labels(release: Release, language: str) -> dict[str, str]:
    """Return the names of the pilots."""
    return labels(release, "dim_pilot", "pilot", language)


def pilot_districts(release: Release) -> dict[str, str]:
    """Return the district of every pilot that works in one district."""
    rows = release.rows(
        "select pilot, district from marts.dim_pilot where district is not null"
    )
    return {row["pilot"]: row["district"] for row in rows}


def catalogue(release: Release, language: str) -> dict[str, Indicator]:
    """Return the indicator catalogue in one language."""
    rows = release.rows(
        f"""
        select
            indicator_id,
            {_text("label", language)} as label,
            {_text("definition", language)} as definition,
            {_text("numerator", language)} as numerator,
            {_text("denominator", language)} as denominator,
            number_format,
            aggregate,
            source
        from standard.indicators
        """
    )
    return {row["indicator_id"]: Indicator(**row) for row in rows}


def measures(release: Release, selection: Selection, language: str) -> Measures:
    """Return all values of one view, categories in the order of their list."""
    indicators = catalogue(release, language)
    names = _category_labels(release, language)
    found = [
        _measure(row, indicators, names)
        for row in release.rows(_VALUES, _parameters(selection, _period(selection)))
    ]
    place = {key: index for index, key in enumerate(names)}
    found.sort(
        key=lambda item: place.get((item.indicator.indicator_id, item.category), 999)
    )
    return Measures.collect(indicators, found)


def months(
    release: Release, selection: Selection, indicator_ids: list[str]
) -> dict[str, dict[date, float]]:
    """Return the monthly numerators of indicators, by month and in order."""
    rows = release.rows(
        f"with chosen as ({_VALUES}) select indicator_id, period_start, numerator"
        " from chosen where list_contains($indicators, indicator_id)"
        " and coalesce(category, '') = '' order by period_start",
        _parameters(selection, "month") | {"indicators": indicator_ids},
    )
    series: dict[str, dict[date, float]] = {name: {} for name in indicator_ids}
    for row in rows:
        series[row["indicator_id"]][row["period_start"]] = row["numerator"]
    return series


def _parameters(selection: Selection, period_type: str) -> Row:
    return {
        "dimension_set": selection.dimension_set,
        "district": selection.district,
        "pilot": selection.pilot,
        "period_type": period_type,
        "year": selection.year,
    }


def _period(selection: Selection) -> str:
    return "year" if selection.year else "total"


def _category_labels(release: Release, language: str) -> dict[tuple[str, str], str]:
    rows = release.rows(
        f"""
        select indicator_id, category, listed.{_text("label", language)} as label
        from standard.indicators as indicators
        inner join marts.indicator_categories_listed as listed
            on indicators.category_list = listed.category_list
        order by indicator_id, listed.sort_order
        """
    )
    return {(row["indicator_id"], row["category"]): row["label"] for row in rows}


def _measure(
    row: Row,
    indicators: dict[str, Indicator],
    names: dict[tuple[str, str], str],
) -> Measure:
    indicator_id, category = row["indicator_id"], row["category"] or ""
    indicator = indicators.get(indicator_id) or Indicator(indicator_id, indicator_id)
    numbers: dict[str, Any] = {
        name: row[name]
        for name in ("numerator", "denominator", "value", "lower", "upper")
    }
    return Measure(
        indicator,
        category,
        names.get((indicator_id, category), category) or indicator.label,
        unknown=row["unknown"],
        as_of=row["as_of"],
        **numbers,
    )


def _text(column: str, language: str) -> str:
    """Name the column of a text in `language`, which is `nl` or `en`."""
    return f"{column}_{'en' if language == 'en' else 'nl'}"
