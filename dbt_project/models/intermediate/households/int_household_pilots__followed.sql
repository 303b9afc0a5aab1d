-- One row per household and pilot: its first signal there, and the days
-- between which the pilot and its follow-up ran.
with

signals as (
    select * from {{ ref('int_signals__identified') }}
    where signal_date is not null
),

pilots as (
    select * from {{ ref('pilots') }}
),

first_signals as (
    select
        household_id,
        coalesce(pilot, 'unknown') as pilot,
        min(signal_date) as first_signal_date,
        arg_min(signal_key, (signal_date, signal_key)) as first_signal_key,
        arg_min(district, (signal_date, signal_key)) as district,
        list(distinct corporation) filter (
            corporation is not null and corporation <> 'unmapped'
        ) as corporations,
    from signals
    group by household_id, coalesce(pilot, 'unknown')
),

followed_households as (
    select
        first_signals.household_id || ' ' || first_signals.pilot
            as household_pilot_id,
        first_signals.*,
        coalesce(pilots.ended_on, cast('{{ var("as_of") }}' as date))
            as ended_on,
        pilots.ended_on is not null as has_end,
        pilots.followed_until,
    from first_signals
    left join pilots on first_signals.pilot = pilots.pilot
)

select * from followed_households
