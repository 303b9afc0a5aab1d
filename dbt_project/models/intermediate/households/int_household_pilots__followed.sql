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

formats as (
    select * from {{ ref('format_rules') }}
),

first_signals as (
    select
        signals.household_id,
        coalesce(signals.pilot, 'unknown') as pilot,
        min(signals.signal_date) as first_signal_date,
        arg_min(
            signals.signal_key, (signals.signal_date, signals.signal_key)
        ) as first_signal_key,
        arg_min(
            signals.district, (signals.signal_date, signals.signal_key)
        ) as district,
        list(distinct signals.corporation) filter (
            signals.corporation is not null
            and signals.corporation <> 'unmapped'
        ) as corporations,
        coalesce(bool_or(formats.empty_means_no), false) as silence_means_no,
    from signals
    left join formats on signals.format = formats.format
    group by signals.household_id, coalesce(signals.pilot, 'unknown')
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
