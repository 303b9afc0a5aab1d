"""Eigen Kracht conferences."""

from tests.recompute.figure import Figure, by_code, count, mean, share, units

TABLES = {
    "conferences": """
        select
            facts.*,
            facts.registered_date as day,
            coalesce(pilots.programme, 'unknown') as programme,
            coalesce(pilots.working_model, 'unknown') as working_model,
            'unknown' as corporation,
            'unknown' as partner_type,
            'unknown' as age_band,
            'first' as repeat,
            conference_date is not null as was_held,
        from marts.fct_conferences as facts
        left join marts.dim_pilot as pilots on facts.pilot = pilots.pilot
    """,
}

OUTCOME = """case
    when was_held then 'held'
    when plan_made then 'plan-only'
    else 'neither'
end"""

SIZE = """case
    when household_type = 'single' then 'single'
    when household_type not in ('other', 'unknown', 'unmapped') then 'multi'
end"""


def _of_held(aggregate: str) -> Figure:
    return mean(
        "participants", "was_held", f"{aggregate}(participants) filter (was_held)"
    )


FIGURES = {
    "conferences": {
        "conferences_started": count(),
        "conference_held_share": share("was_held"),
        "conference_outcome": by_code(OUTCOME),
        "no_conference_reason": by_code(
            "coalesce(no_conference_reason, 'unknown')", "not was_held"
        ),
        "conference_household": by_code(SIZE, "was_held"),
        "conference_sex": by_code("sex", "was_held"),
        "conference_participants_mean": mean("participants", "was_held"),
        "conference_participants_min": _of_held("min"),
        "conference_participants_max": _of_held("max"),
        # One conference may have several.
        "conference_professionals": Figure(
            "coalesce(list_histogram(flatten(list(list_distinct(professionals))"
            " filter (was_held and professionals is not null))), map())",
            units("was_held"),
        ),
    },
}
