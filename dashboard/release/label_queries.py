"""What the dashboard reads besides values; only modules `*queries` hold its SQL.

Reads prepared tables of the schemas `marts`, `quality` and `standard` (the seeds as
they were when the release was made). Values from the address are bound, never
written into the text.
"""

from datetime import date

from dashboard.model.measures import Indicator
from dashboard.model.periods import Period
from dashboard.model.selection import COLUMNS, GROUPS, Options
from dashboard.release.value_queries import states
from dashboard.server.release_store import Release, Row
from warehouse.figures.disclosure.reader import PERIODS, Audience

_CODE_LISTS = {
    "programme": "programme",
    "partner": "partner_type",
    "sex": "sex",
    "household": "household_type",
}
"""The dimensions whose labels stand in the code lists, with the list."""

_NEVER_UNKNOWN = (
    "district",
    "pilot",
    "programme",
    "model",
    "corporation",
    "partner",
    "repeat",
)
"""The dimensions of which not knowing the code is nothing to choose."""


def options(release: Release, audience: Audience) -> Options:
    """Return the codes of which the release has figures for an audience.

    Who sees some districts only chooses one of them; who may not see small numbers
    chooses one group of households at a time.
    """
    known = codes(release)
    districts = tuple(code for code in known["district"] if audience.sees(code))
    return Options(
        **known | {"district": districts},
        needs_district=audience.districts is not None,
        one_group=not audience.sees_small,
    )


def codes(release: Release) -> dict[str, tuple[str, ...]]:
    """Return the codes of every dimension of which there are figures, and periods."""
    return release.remember("codes", lambda: _codes(release))


def _codes(release: Release) -> dict[str, tuple[str, ...]]:
    """The codes of every dimension, and the periods, sorted."""
    found: dict[str, set[str]] = {name: set() for name in COLUMNS}
    names = {column: name for name, column in GROUPS.items()}
    for state in states(release):
        if state.group:
            found[names[state.group[0]]].add(state.group[1])
        if state.district:
            found["district"].add(state.district)
        if state.pilot:
            found["pilot"].add(state.pilot)
    for name in _NEVER_UNKNOWN:
        found[name].discard("unknown")
    listed = {name: tuple(sorted(of_name)) for name, of_name in found.items()}
    return listed | {"period": periods(release)}


def periods(release: Release) -> tuple[str, ...]:
    """Return the years, quarters and months of which there are figures."""
    return release.remember("periods", lambda: _periods(release))


def _periods(release: Release) -> tuple[str, ...]:
    found = {
        (PERIODS.index(state.period_type), state.period_start)
        for state in states(release)
        if state.period_start
    }
    return tuple(Period(PERIODS[kind], start).code for kind, start in sorted(found))


def as_of(release: Release) -> date | None:
    """Return the day as seen from which the release counts."""
    rows = release.rows("select as_of from marts.indicator_values limit 1")
    return rows[0]["as_of"] if rows else None


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


def running_pilots(release: Release) -> frozenset[str]:
    """Return the pilots whose households are still being followed."""
    rows = release.rows(
        "select pilot from marts.dim_pilot"
        " where coalesce(followed_until, ended_on, $as_of) >= $as_of",
        {"as_of": as_of(release)},
    )
    return frozenset(row["pilot"] for row in rows)


def doubts(release: Release, district: str | None, pilot: str | None) -> list[Row]:
    """Return which failing checks make which indicators doubtful in a place."""
    if not release.has_table("quality", "doubtful_indicators"):
        return []
    return release.rows(
        """
        select
            indicator_id,
            check_id,
            sum(violating)::bigint as violating,
            sum(assessed)::bigint as assessed
        from quality.doubtful_indicators
        where
            ($district is null or district = $district)
            and ($pilot is null or pilot = $pilot)
        group by indicator_id, check_id
        order by indicator_id, check_id
        """,
        {"district": district, "pilot": pilot},
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
