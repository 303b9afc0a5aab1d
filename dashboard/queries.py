"""What the dashboard reads besides values; only modules `*queries` hold its SQL.

Reads prepared tables of the schemas `marts`, `quality` and `standard` (the seeds as
they were when the release was made). Values from the address are bound, never
written into the text.
"""

from dashboard.measures import Indicator
from dashboard.periods import Period
from dashboard.selection import COLUMNS, Options
from dashboard.store import Release, Row

_CODE_LISTS = {
    "programme": "programme",
    "partner": "partner_type",
    "sex": "sex",
    "household": "household_type",
}
"""The dimensions whose labels stand in the code lists, with the list."""

_PERIODS = """
select distinct period_type, period_start
from marts.indicator_values
where
    dimension_set = 'total'
    and period_type <> 'total'
    and numerator is not null
order by array_position(['year', 'quarter', 'month'], period_type), period_start
"""

_PREPARED_CODES = """
select distinct {column} as code
from marts.indicator_values
where
    dimension_set = '{column}'
    and {column} <> 'unknown'
    and numerator is not null
order by code
"""

_UNIT_CODES = """
select distinct {column} as code
from marts.indicator_base_signals
where {column} is not null
order by code
"""


def options(release: Release, districts: frozenset[str] | None = None) -> Options:
    """Return the codes of which the release has figures.

    `districts` leaves only these districts to choose, of which one must be chosen.
    """
    found = {name: _codes(release, name) for name in COLUMNS}
    if districts is not None:
        found["district"] = tuple(c for c in found["district"] if c in districts)
    return Options(
        **found, period=periods(release), needs_district=districts is not None
    )


def _codes(release: Release, name: str) -> tuple[str, ...]:
    column = COLUMNS[name]
    is_prepared = name in ("district", "pilot", "programme", "corporation")
    sql = _PREPARED_CODES if is_prepared else _UNIT_CODES
    if not is_prepared and not release.has_table("marts", "indicator_base_signals"):
        return ()
    return tuple(row["code"] for row in release.rows(sql.format(column=column)))


def periods(release: Release) -> tuple[str, ...]:
    """Return the years, quarters and months of which there are figures."""
    return tuple(
        Period(row["period_type"], row["period_start"]).code
        for row in release.rows(_PERIODS)
    )


def labels(release: Release, table: str, code: str, language: str) -> dict[str, str]:
    """Return the label of every code of a list such as `dim_pilot`."""
    rows = release.rows(
        f"select {code} as code, {text_column('label', language)} as label"
        f" from {table} where {code} is not null order by label"
    )
    return {row["code"]: row["label"] or row["code"] for row in rows}


def district_labels(release: Release, language: str) -> dict[str, str]:
    """Return the names of the districts."""
    return labels(release, "marts.dim_district", "district", language)


def pilot_labels(release: Release, language: str) -> dict[str, str]:
    """Return the names of the pilots."""
    return labels(release, "marts.dim_pilot", "pilot", language)


def corporation_labels(release: Release, language: str) -> dict[str, str]:
    """Return the names of the housing corporations."""
    return labels(release, "standard.partners", "partner", language)


def code_labels(release: Release, dimension: str, language: str) -> dict[str, str]:
    """Return the labels of a dimension whose codes the standard lists, in its order."""
    rows = release.rows(
        f"select code, {text_column('label', language)} as label"
        " from standard.code_lists where code_list = $code_list order by sort_order",
        {"code_list": _CODE_LISTS[dimension]},
    )
    return {row["code"]: row["label"] for row in rows}


def pilot_districts(release: Release) -> dict[str, str]:
    """Return the district of every pilot that works in one district."""
    rows = release.rows(
        "select pilot, district from marts.dim_pilot where district is not null"
    )
    return {row["pilot"]: row["district"] for row in rows}


def pilot_places(release: Release) -> list[tuple[str, str]]:
    """Return which pilots have figures in which districts."""
    rows = release.rows(
        """
        select distinct pilot, district
        from marts.indicator_values
        where dimension_set = 'district,pilot' and period_type = 'total'
        """
    )
    return [(row["pilot"], row["district"]) for row in rows]


def running_pilots(release: Release) -> frozenset[str]:
    """Return the pilots whose households are still being followed."""
    rows = release.rows(
        """
        select pilot
        from marts.dim_pilot
        cross join (select any_value(as_of) as as_of from marts.indicator_values)
        where coalesce(followed_until, ended_on, as_of) >= as_of
        """
    )
    return frozenset(row["pilot"] for row in rows)


def doubts(release: Release) -> list[Row]:
    """Return which failing check makes which indicator doubtful, and where."""
    if not release.has_table("quality", "doubtful_indicators"):
        return []
    return release.rows(
        "select indicator_id, district, pilot, check_id, violating, assessed"
        " from quality.doubtful_indicators order by all"
    )


def catalogue(release: Release, language: str) -> dict[str, Indicator]:
    """Return the indicator catalogue in one language."""
    rows = release.rows(
        f"""
        select
            indicator_id,
            {text_column("label", language)} as label,
            {text_column("definition", language)} as definition,
            {text_column("numerator", language)} as numerator,
            {text_column("denominator", language)} as denominator,
            number_format,
            aggregate,
            source,
            unit
        from standard.indicators
        """
    )
    return {row["indicator_id"]: Indicator(**row) for row in rows}


def category_labels(release: Release, language: str) -> dict[tuple[str, str], str]:
    """Return the label of every category of every indicator, in their order."""
    rows = release.rows(
        f"""
        select
            indicator_id, category,
            listed.{text_column("label", language)} as label
        from standard.indicators as indicators
        inner join marts.indicator_categories_listed as listed
            on indicators.category_list = listed.category_list
        order by indicator_id, listed.sort_order
        """
    )
    return {(row["indicator_id"], row["category"]): row["label"] for row in rows}


def text_column(column: str, language: str) -> str:
    """Name the column of a text in `language`, which is `nl` or `en`."""
    return f"{column}_{'en' if language == 'en' else 'nl'}"
