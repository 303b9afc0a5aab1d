"""What the release says about its own making: deliveries, checks, differences."""

from dashboard.release.label_queries import text_column
from dashboard.server.release_store import Release, Row
from warehouse.figures.disclosure.reader import read_threshold

MOST_FINDINGS = 2000
"""More findings than this are counted but not all listed: nobody reads them."""

SEVERITIES = ("blocking", "error", "warning", "information")

_SIGNED_DELIVERIES = """
select
    deliveries.*,
    case when sign_offs.is_fit then sign_offs.signed_by end as signed_by,
from ({deliveries}) as deliveries
left join quality.sign_offs as sign_offs
    on deliveries.delivery_id = sign_offs.delivery_id
    and sign_offs.is_current
order by deliveries.received_at desc, deliveries.delivery_id
"""

# An explanation without a row is about the whole check in its delivery.
_EXPLANATION = """
(
    select
        string_agg(
            explained_by || ': ' || explanation, ' · ' order by explained_at
        )
    from quality.explanations as explanations
    where
        explanations.delivery_id = findings.delivery_id
        and explanations.check_id = findings.check_id
        and coalesce(explanations.row_number = findings.row_number, true)
) as explanation
"""

_DELIVERIES = """
select
    delivery_id,
    format,
    district,
    pilot,
    period,
    received_at,
    rows_read,
    rows_rejected
from quality.deliveries
order by received_at desc, delivery_id
"""

# Of one district when that was chosen, and only of those that may be seen.
_PLACE = """
    ($district is null or district = $district)
    and ($districts is null or list_contains($districts, district))
"""

_CHOSEN_FINDINGS = f"""
from quality.findings
where
    ($severity is null or severity = $severity)
    and {_PLACE}
"""

_CHECK_RESULTS = f"""
select
    check_id,
    status,
    sum(assessed)::bigint as assessed,
    sum(violating)::bigint as violating
from quality.check_results
where {_PLACE}
group by all
order by violating desc, check_id
"""

_STATEMENTS = f"""
with statements as (
    select
        delivery_id,
        check_id,
        explanation as said,
        explained_by as said_by,
        explained_at as said_at,
    from quality.explanations
    union all
    select
        delivery_id,
        null as check_id,
        note as said,
        signed_by as said_by,
        signed_at as said_at,
    from quality.sign_offs
    where is_current and is_fit
)

select statements.*, district, pilot
from statements
inner join quality.deliveries using (delivery_id)
where {_PLACE}
order by said_at desc
"""


def districts(release: Release, parameters: Row) -> tuple[str, ...]:
    """Return the districts with findings or results that may be seen."""
    rows = release.rows(
        """
        select distinct district
        from (
            select district from quality.findings
            union all
            select district from quality.check_results
        )
        where
            district is not null
            and ($districts is null or list_contains($districts, district))
        order by district
        """,
        {"districts": parameters["districts"]},
    )
    return tuple(row["district"] for row in rows)


def smallest_shown(release: Release) -> int:
    """Return the small number of the release: counts below it are hidden."""
    return read_threshold(release.rows)


def deliveries(release: Release, parameters: Row) -> list[Row]:
    """Return the deliveries in this release, the newest first.

    Empty for a release that was made before it listed its deliveries.
    """
    if not release.has_table("quality", "deliveries"):
        return []
    found = f"select * from ({_DELIVERIES}) where {_PLACE}"
    if release.has_table("quality", "sign_offs"):
        found = _SIGNED_DELIVERIES.format(deliveries=found)
    return release.rows(found, parameters)


def findings(
    release: Release, severity: str | None, parameters: Row, language: str
) -> list[Row]:
    """Return at most `MOST_FINDINGS` findings, the gravest first.

    Each with what its deliverer said of it, where anybody did.
    """
    explained = release.has_table("quality", "explanations")
    explanation = _EXPLANATION if explained else "null as explanation"
    return release.rows(
        f"""
        select
            severity, check_id, district, pilot, delivery_id, sheet, row_number,
            column_name, {text_column("message", language)} as message, source,
            {explanation}
        {_CHOSEN_FINDINGS}
        order by
            array_position($severities, severity), check_id, delivery_id, row_number
        limit $most
        """,
        parameters
        | {
            "severity": severity,
            "severities": list(SEVERITIES),
            "most": MOST_FINDINGS,
        },
    )


def count_findings(
    release: Release, severity: str | None, parameters: Row
) -> dict[str, int]:
    """Return the number of chosen findings by severity."""
    rows = release.rows(
        f"select severity, count(*) as findings {_CHOSEN_FINDINGS} group by severity",
        parameters | {"severity": severity},
    )
    return {row["severity"]: row["findings"] for row in rows}


def check_results(release: Release, parameters: Row) -> list[Row]:
    """Return the outcome of every check, over the places that may be seen."""
    return release.rows(_CHECK_RESULTS, parameters)


def doubts(release: Release, parameters: Row) -> list[Row]:
    """Return which check makes which number doubtful where, the gravest first."""
    if not release.has_table("quality", "doubtful_indicators"):
        return []
    return release.rows(
        f"""
        select *
        from quality.doubtful_indicators
        where {_PLACE}
        order by
            array_position($severities, severity),
            violating / nullif(assessed, 0) desc,
            indicator_id, district, check_id
        """,
        parameters | {"severities": list(SEVERITIES)},
    )


def scores_by_district(release: Release, parameters: Row) -> list[Row]:
    """Return numerator and denominator of every score, per district."""
    return _scores(release, "district", parameters)


def scores_by_month(release: Release, parameters: Row) -> list[Row]:
    """Return numerator and denominator of every score, per month."""
    return _scores(release, "month", parameters)


def _scores(release: Release, by: str, parameters: Row) -> list[Row]:
    if not release.has_table("quality", "scores"):
        return []
    return release.rows(
        f"""
        select
            {by},
            score,
            sum(numerator)::bigint as numerator,
            sum(denominator)::bigint as denominator,
        from quality.scores
        where {_PLACE} and {by} is not null
        group by all
        order by {by}, score
        """,
        parameters,
    )


def divergence(release: Release, parameters: Row) -> list[Row]:
    """Return the habits of every district beside the others, those apart first."""
    if not release.has_table("quality", "definition_divergence"):
        return []
    return release.rows(
        f"""
        select *
        from quality.definition_divergence
        where {_PLACE}
        order by is_apart desc nulls last, abs(difference) desc nulls last, habit_id
        """,
        parameters,
    )


def statements(release: Release, parameters: Row) -> list[Row]:
    """Return what was explained and declared fit, the newest first."""
    is_there = all(
        release.has_table("quality", table)
        for table in ("explanations", "sign_offs", "deliveries")
    )
    return release.rows(_STATEMENTS, parameters) if is_there else []


def reconciliation(release: Release, parameters: Row, language: str) -> list[Row]:
    """Return every reported total beside the rows behind it, differences first."""
    return release.rows(
        f"""
        select
            {text_column("statement", language)} as statement, pilot, district,
            period_start, published_value, found_value, difference, is_equal
        from quality.reconciliation
        where {_PLACE}
        order by is_equal nulls last, pilot, reconciliation_id
        """,
        parameters,
    )
