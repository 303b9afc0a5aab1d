-- One row per household and pilot: what the bailiff did before, during and
-- after the pilot.
with

households as (
    select * from {{ ref('int_household_pilots__followed') }}
),

steps as (
    select * from {{ ref('int_bailiff_steps__identified') }}
    where not is_history_unknown
),

household_steps as (
    select
        households.household_pilot_id,
        steps.corporation,
        steps.dossier_number,
        steps.step,
        steps.step_order,
        steps.step_date,
        steps.step_date < households.first_signal_date as is_before,
        steps.source = 'bailiff_list' and steps.step_date is null as is_undated,
        -- A tick without a date is a step during its own pilot.
        coalesce(
            steps.step_date between
                households.first_signal_date and households.ended_on,
            steps.source = 'tally_tick'
                and coalesce(steps.pilot, 'unknown') = households.pilot
        ) as is_during,
        households.has_end
            and steps.step_date > households.ended_on
            and (
                households.followed_until is null
                or steps.step_date <= households.followed_until
            ) as is_after,
    from households
    inner join steps on households.household_id = steps.household_id
),

outcomes as (
    select
        household_pilot_id,
        count(*) filter (is_before) as steps_before,
        count(distinct (corporation, dossier_number)) filter (
            is_before and dossier_number is not null
        ) + count(*) filter (
            is_before and dossier_number is null and step = 'summons'
        ) as files_before,
        bool_or(is_undated) as has_undated_step,
        bool_or(is_during) as has_step_during,
        coalesce(bool_or(is_after), false) as has_step_after,
        arg_max(step, (step_order, step_date)) filter (
            is_during or is_after
        ) as furthest_step,
        list_transform(
            list_sort(list_distinct(list(
                {'place': step_order, 'step': step}
            ) filter (step_order > 0 and (is_during or is_after)))),
            lambda place: place.step
        ) as steps_towards_eviction,
        arg_max(
            {'step': step, 'is_settlement': step_order = 0},
            (step_date, step_order = 0, step_order)
        ) filter (is_during or is_after) as last_step,
        coalesce(bool_or(
            step in ('eviction_announced', 'evicted')
            and (is_during or is_after)
        ), false) as is_eviction_announced,
        coalesce(bool_or(
            step = 'evicted' and (is_during or is_after)
        ), false) as is_eviction_executed,
    from household_steps
    group by household_pilot_id
),

-- The way towards eviction, and how it was settled when that came last.
settled_outcomes as (
    select
        * exclude (steps_towards_eviction, last_step),
        coalesce(steps_towards_eviction, [])
            || case
                when last_step.is_settlement then [last_step.step]
                else []
            end as steps_taken,
    from outcomes
)

select * from settled_outcomes
