-- One row per household and pilot: the bailiff before, during and after it.
with

households as (
    select * from {{ ref('int_household_pilots__followed') }}
),

outcomes as (
    select * from {{ ref('int_bailiff_outcomes__judged') }}
),

coverage as (
    select * from {{ ref('int_bailiff_lists__covering') }}
),

joined_outcomes as (
    select
        households.*,
        coverage.is_listed,
        coverage.is_covered,
        coalesce(outcomes.steps_before, 0) as steps_before,
        coalesce(outcomes.files_before, 0) as files_before,
        coalesce(outcomes.has_undated_step, false) as has_undated_step,
        coalesce(outcomes.has_step_during, false) as is_during,
        coalesce(outcomes.has_step_after, false) as has_step_after,
        outcomes.furthest_step,
        coalesce(outcomes.steps_taken, []) as steps_taken,
        coalesce(outcomes.is_eviction_announced, false)
            as is_eviction_announced,
        coalesce(outcomes.is_eviction_executed, false)
            as is_eviction_executed,
    from households
    inner join coverage
        on households.household_pilot_id = coverage.household_pilot_id
    left join outcomes
        on households.household_pilot_id = outcomes.household_pilot_id
),

judged_outcomes as (
    select
        *,
        -- A step without a date may have been taken at any time.
        is_covered and not has_undated_step as is_known_before,
        -- Else neither a list nor the registration would tell of a step.
        is_during
            or has_step_after
            or ((is_listed or silence_means_no) and not has_undated_step)
            as is_told,
    from joined_outcomes
),

final as (
    select
        household_pilot_id as bailiff_outcome_id,
        household_id,
        pilot,
        coalesce(district, 'unknown') as district,
        first_signal_key as first_signal_id,
        first_signal_date,
        files_before::integer as files_before,
        -- Known steps count even where the list does not cover everything.
        case
            when files_before > 1 then 'more'
            when steps_before > 0 then 'once'
            when is_known_before then 'never'
            else 'unknown'
        end as before,
        case when is_told then is_during end as is_during,
        case when is_told then has_step_after and not is_during end
            as is_after,
        case when is_told then not is_during and not has_step_after end
            as is_none,
        furthest_step,
        steps_taken,
        case when is_told then is_eviction_announced end
            as is_eviction_announced,
        case when is_told then is_eviction_executed end
            as is_eviction_executed,
    from judged_outcomes
)

select * from final
