"""What the release says about its own making: deliveries, checks, differences."""

from dashboard.store import Release, Row

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

_CHOSEN_FINDINGS = """
from quality.findings
where
    ($severity is null or severity = $severity)
    and ($district is null or district = $district)
"""

_CHECK_RESULTS = """
select
    check_id,
    status,
    sum(assessed)::bigint as assessed,
    sum(violating)::bigint as violating
from quality.check_results
group by all
order by violating desc, check_id
"""


def deliveries(release: Release) -> list[Row]:
    """Return the deliveries in this release, the newest first.

    Empty for a release that was made before it listed its deliveries.
    """
    if not release.has_table("quality", "deliveries"):
        return []
    if release.has_table("quality", "sign_offs"):
        return release.rows(_SIGNED_DELIVERIES.format(deliveries=_DELIVERIES))
    return release.rows(_DELIVERIES)


def findings(
    release: Release, severity: str | None, district: str | None, language: str
) -> list[Row]:
    """Return at most `MOST_FINDINGS` findings, the gravest first.

    Each with what its deliverer said of it, where anybody did.
    """
    text = "message_en" if language == "en" else "message_nl"
    explained = release.has_table("quality", "explanations")
    explanation = _EXPLANATION if explained else "null as explanation"
    return release.rows(
        f"""
        select
            severity, check_id, district, delivery_id, sheet,
            row_number, column_name, {text} as message, source, {explanation}
        {_CHOSEN_FINDINGS}
        order by
            array_position($severities, severity), check_id, delivery_id, row_number
        limit $most
        """,
        _chosen(severity, district)
        | {"severities": list(SEVERITIES), "most": MOST_FINDINGS},
    )


def count_findings(
    release: Release, severity: str | None, district: str | None
) -> dict[str, int]:
    """Return the number of chosen findings by severity."""
    rows = release.rows(
        f"select severity, count(*) as findings {_CHOSEN_FINDINGS} group by severity",
        _chosen(severity, district),
    )
    return {row["severity"]: row["findings"] for row in rows}


def finding_districts(release: Release) -> tuple[str, ...]:
    """Return the districts that have findings."""
    rows = release.rows(
        "select distinct district from quality.findings"
        " where district is not null order by district"
    )
    return tuple(row["district"] for row in rows)


def check_results(release: Release) -> list[Row]:
    """Return the outcome of every check, over all districts and pilots."""
    return release.rows(_CHECK_RESULTS)


def reconciliation(release: Release, language: str) -> list[Row]:
    """Return every reported total beside the rows behind it, differences first."""
    text = "statement_en" if language == "en" else "statement_nl"
    return release.rows(
        f"""
        select
            {text} as statement, pilot, district, period_start,
            published_value, found_value, difference, is_equal
        from quality.reconciliation
        order by is_equal nulls last, pilot, reconciliation_id
        """
    )


def _chosen(severity: str | None, district: str | None) -> Row:
    return {"severity": severity, "district": district}
