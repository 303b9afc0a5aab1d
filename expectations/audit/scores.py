"""Scores of the registration: per district, pilot and month, from the checks."""

from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check
from expectations.gate.relations import RECORD_ENTITIES

UNMAPPED_SHARE = "unmapped_share"
_SCORE_OF_KIND = {
    "completeness": "completeness",
    "conformance": "validity",
    "plausibility": "validity",
    "timeliness": "timeliness",
    "consistency": "consistency",
}

_SCORES = """
create or replace table quality.scores as
with

counts as (
    {counts}
),

totals as (
    select
        district,
        pilot,
        month,
        score,
        sum(numerator)::bigint as numerator,
        sum(denominator)::bigint as denominator,
    from counts
    group by all
)

select
    *,
    numerator / denominator as value,
from totals
where denominator > 0
order by district, pilot, month, score
"""


def write_scores(
    connection: DuckDBPyConnection,
    batches: Mapping[str, str],
    checks: Sequence[Check],
) -> None:
    """Fill `quality.scores` with numerator, denominator and value of each score.

    Completeness, validity, timeliness and consistency are the share of assessed
    values that hold; `unmapped_share` is the share of codes that nobody mapped.
    """
    parts = [
        _counts(batches[entity], entity, checks)
        for entity in RECORD_ENTITIES
        if entity in batches
    ]
    connection.execute(_SCORES.format(counts=" union all ".join(parts)))


def score_of(check: Check) -> str | None:
    """The score to which a check counts; none for trial rows and repeated rows."""
    if check.counts_rejected:
        return None
    if check.family == "unmapped":
        return UNMAPPED_SHARE
    return _SCORE_OF_KIND[check.kind]


def _counts(batch: str, entity: str, checks: Sequence[Check]) -> str:
    """SQL with a row per district, pilot, month and score of one batch."""
    by_score: dict[str, list[Check]] = {}
    for check in checks:
        score = score_of(check)
        if check.entity == entity and score:
            by_score.setdefault(score, []).append(check)
    columns = ", ".join(
        f"{_sum(members, 'assessed')} as {score}_assessed, "
        f"{_sum(members, 'violating')} as {score}_violating"
        for score, members in by_score.items()
    )
    rows = ", ".join(
        f"{{'score': '{score}', "
        f"'numerator': {_numerator(score)}, 'denominator': {score}_assessed}}"
        for score in by_score
    )
    return f"""
        select district, pilot, month, unnest([{rows}], recursive := true)
        from (
            select district, pilot, check_month as month, {columns}
            from {batch}
            group by all
        )
    """


def _sum(members: Sequence[Check], what: str) -> str:
    # Not count_if: of nothing but unknown conditions it makes null, not nought.
    return " + ".join(
        f"count(*) filter ({getattr(check, f'{what}_condition')})" for check in members
    )


def _numerator(score: str) -> str:
    if score == UNMAPPED_SHARE:
        return f"{score}_violating"
    return f"{score}_assessed - {score}_violating"
