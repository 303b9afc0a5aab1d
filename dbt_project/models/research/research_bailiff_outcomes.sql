-- One row per household and pilot: the bailiff before, during and after it.
with

bailiff_outcomes as (
    select * from {{ ref('fct_bailiff_outcomes') }}
),

final as (
    select
        bailiff_outcome_id,
        household_id,
        pilot,
        district,
        first_signal_id,
        first_signal_date,
        files_before,
        before,
        is_during,
        is_after,
        is_none,
        furthest_step,
        is_eviction_announced,
        is_eviction_executed,
    from bailiff_outcomes
)

select * from final
