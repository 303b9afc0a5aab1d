-- One row per bailiff step that stands: its household, and its place on the
-- way to eviction.
with

steps as (
    select * from {{ ref('int_bailiff_steps__current') }}
),

households as (
    select * from {{ ref('int_households__identified') }}
    where entity = 'bailiff_steps'
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

step_codes as (
    select * from {{ ref('code_lists') }}
    where code_list = 'bailiff_step'
),

identified_steps as (
    select
        steps.* exclude (district, pilot),
        coalesce(signals.household_id, households.household_id)
            as household_id,
        coalesce(steps.district, signals.district) as district,
        coalesce(steps.pilot, signals.pilot) as pilot,
        step_codes.sort_order as step_order,
        -- A list that names a contract with an unknown step says only that
        -- its history cannot be known.
        steps.source = 'bailiff_list'
            and coalesce(steps.step, 'unknown') = 'unknown'
            as is_history_unknown,
    from steps
    left join households on steps.record_id = households.record_id
    left join signals on steps.signal_key = signals.signal_key
    left join step_codes on steps.step = step_codes.code
)

select * from identified_steps
where household_id is not null
