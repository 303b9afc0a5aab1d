"""Whether households came back after their case closed, within what was observed."""

from tests.recompute.figure import known_share, share

TABLES = {
    "closed_cases": """
        select distinct on (household_id, pilot)
            household_id, pilot, closed_date, signal_id, is_accepted
        from signals
        where closed_date is not null
        order by household_id, pilot, closed_date, signal_id
    """,
    # How long somebody would have known of a bailiff: the day of the last list.
    "observed": """
        select
            cases.*,
            facts.observed_until_signal as seen_until,
            case
                when has_list and is_knowable then least(
                    seen.as_of,
                    (
                        select max(step_date) from marts.fct_bailiff_steps
                        where source = 'bailiff_list' and step <> 'unknown'
                    )
                )
            end as listed_until,
        from closed_cases as cases
        cross join seen
        inner join marts.fct_recidivism as facts using (household_id, pilot)
        left join covered using (household_id, pilot)
    """,
    "next_signals": """
        select cases.household_id, cases.pilot, min(signals.signal_date) as again
        from closed_cases as cases
        inner join signals using (household_id)
        where signals.signal_date > cases.closed_date
        group by all
    """,
    "next_steps": """
        select cases.household_id, cases.pilot, min(steps.step_date) as at_bailiff
        from closed_cases as cases
        inner join marts.fct_bailiff_steps as steps using (household_id)
        where
            steps.step_date > cases.closed_date
            and (steps.source <> 'bailiff_list' or steps.step <> 'unknown')
        group by all
    """,
    "cases": """
        select
            households.*,
            closed_date,
            is_accepted,
            seen_until,
            listed_until,
            again,
            at_bailiff,
            (
                select bool_or(signals.is_accepted or signals.has_trajectory)
                from signals
                where
                    signals.household_id = households.household_id
                    and signals.signal_date = again
            ) as is_helped_again,
        from households
        inner join observed using (household_id, pilot)
        left join next_signals using (household_id, pilot)
        left join next_steps using (household_id, pilot)
    """,
}


def back_within(months: int, again: str, until: str) -> str:
    """Whether a household came back, null unless the whole window was observed."""
    end = f"closed_date + interval {months} months"
    return f"if({end} <= {until}, coalesce({again} <= {end}, false), null)"


FIGURES = {
    "cases": {
        **{
            f"recidivism_signal_{months}": known_share(
                back_within(months, "again", "seen_until")
            )
            for months in (3, 6, 12)
        },
        **{
            f"recidivism_bailiff_{months}": known_share(
                back_within(months, "at_bailiff", "listed_until")
            )
            for months in (6, 12)
        },
        "terug_bemiddeld_share": share("is_helped_again", "again is not null"),
    },
}
