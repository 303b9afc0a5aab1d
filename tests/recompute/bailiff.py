"""Households and the bailiff, judged anew from the steps and the pilots' days."""

from tests.recompute.figure import Figure, by_code, codes, told_count, told_share

TABLES = {
    "delivered_lists": """
        select distinct corporation from marts.fct_bailiff_steps
        where source = 'bailiff_list' and corporation not in ('unknown', 'unmapped')
    """,
    # Districts of which every corporation that reports there sent its list.
    "listed_districts": """
        select district
        from marts.fct_signals
        where district <> 'unknown' and corporation <> 'unknown'
        group by district
        having bool_and(corporation in (from delivered_lists))
    """,
    "known_corporations": """
        select distinct household_id, pilot, corporation
        from marts.fct_signals
        where signal_date is not null and corporation not in ('unknown', 'unmapped')
    """,
    # A form does not mean no by being empty; a tally or an event list does.
    "telling_households": """
        select distinct household_id, pilot from marts.fct_signals
        where
            signal_date is not null
            and format in ('turflijst', 'signalenbestand')
    """,
    "unknowable_households": """
        select distinct household_id from marts.fct_bailiff_steps
        where source = 'bailiff_list' and step = 'unknown'
    """,
    # Whom a list names it covers, whatever corporation they were reported with.
    "named_households": """
        select distinct household_id from marts.fct_bailiff_steps
        where source = 'bailiff_list'
    """,
    "undated_households": """
        select distinct household_id from marts.fct_bailiff_steps
        where source = 'bailiff_list' and step <> 'unknown' and step_date is null
    """,
    "listed": """
        select
            household_id,
            pilot,
            bool_or(corporation in (from delivered_lists)) as is_listed,
        from known_corporations
        group by household_id, pilot
    """,
    "covered": """
        select
            household_id,
            pilot,
            coalesce(is_listed, district in (from listed_districts))
                or household_id in (from named_households) as has_list,
            household_id not in (from unknowable_households)
                and household_id not in (from undated_households) as is_knowable,
            household_id in (from undated_households) as is_undated,
            telling.pilot is not null as is_told_otherwise,
        from households
        left join listed using (household_id, pilot)
        left join telling_households as telling using (household_id, pilot)
        where day is not null
    """,
    "judged_steps": """
        select
            households.household_id,
            households.pilot,
            steps.corporation,
            steps.dossier_number,
            steps.step,
            steps.step_order,
            steps.step_date,
            coalesce(steps.step_date < households.day, false) as is_before,
            case
                when steps.step_date is null
                    then steps.source = 'tally_tick'
                    and steps.pilot = households.pilot
                else steps.step_date between households.day
                    and coalesce(pilots.ended_on, seen.as_of)
            end as is_during,
            coalesce(
                steps.step_date > pilots.ended_on
                and steps.step_date <= coalesce(pilots.followed_until, steps.step_date),
                false
            ) as is_after,
        from households
        cross join seen
        inner join marts.fct_bailiff_steps as steps
            on households.household_id = steps.household_id
        left join marts.dim_pilot as pilots on households.pilot = pilots.pilot
        where
            households.day is not null
            and (steps.source <> 'bailiff_list' or steps.step <> 'unknown')
    """,
    "later_steps": "select * from judged_steps where is_during or is_after",
    "summed_steps": """
        select
            household_id,
            pilot,
            bool_or(is_before) as has_before,
            count(distinct corporation || ' ' || dossier_number) filter (is_before)
                + count(*) filter (
                    is_before and dossier_number is null and step = 'summons'
                ) as files_before,
            bool_or(is_during) as has_during,
            bool_or(is_after) as has_after,
            bool_or(step in ('eviction_announced', 'evicted')) filter (
                is_during or is_after
            ) as has_announcement,
            bool_or(step = 'evicted') filter (is_during or is_after) as has_eviction,
        from judged_steps
        group by household_id, pilot
    """,
    "furthest_steps": """
        select distinct on (household_id, pilot) household_id, pilot, step
        from later_steps
        order by household_id, pilot, step_order desc, step_date desc nulls first
    """,
    "at_the_bailiff": """
        select
            households.*,
            case
                when files_before > 1 then 'more'
                when has_before then 'once'
                when has_list and is_knowable then 'never'
                else 'unknown'
            end as bailiff_before,
            coalesce(has_during, false) as was_during,
            coalesce(has_after, false) and not was_during as was_after,
            (has_list or is_told_otherwise) and not is_undated as is_told_of,
            was_during or was_after or is_told_of as is_told,
            if(is_told, was_during, null) as during,
            if(is_told, was_after, null) as after,
            if(is_told, not was_during and not was_after, null) as neither,
            furthest_steps.step as furthest_step,
            if(is_told, coalesce(has_announcement, false), null) as announced,
            if(is_told, coalesce(has_eviction, false), null) as evicted,
        from households
        inner join covered using (household_id, pilot)
        left join summed_steps using (household_id, pilot)
        left join furthest_steps using (household_id, pilot)
    """,
    # The different steps towards eviction, and what settled the file if that was last.
    "ways": """
        select distinct household_id, pilot, step, step_order as place
        from later_steps
        where step_order > 0
        union all
        select household_id, pilot, step, 99 as place
        from (
            select distinct on (household_id, pilot) *
            from later_steps
            order by
                household_id,
                pilot,
                step_date desc nulls first,
                step_order = 0 desc,
                step_order desc
        )
        where step_order = 0
    """,
    "transitions": """
        select
            households.*,
            lag(step, 1, 'start') over way || '>' || step as transition,
        from ways
        inner join households using (household_id, pilot)
        window way as (partition by household_id, pilot order by place)
        union all
        select households.*, last(step order by place) || '>end' as transition,
        from ways
        inner join households using (household_id, pilot)
        group by all
        having last(step order by place) not in (
            'evicted', 'arrangement', 'eviction_averted', 'withdrawn'
        )
    """,
}

FIGURES = {
    "at_the_bailiff": {
        "bailiff_before": by_code("bailiff_before"),
        "bailiff_during_share": told_share("during"),
        "bailiff_after_share": told_share("after"),
        "bailiff_none_share": told_share("neither"),
        "bailiff_stage": by_code("furthest_step", "(was_during or was_after)"),
        "target_evictions_announced": told_count("announced"),
        "target_evictions_executed": told_count("evicted"),
        "target_evictions_averted": told_count("announced and not evicted"),
    },
    "transitions": {"bailiff_flow": Figure(codes("transition"))},
}
