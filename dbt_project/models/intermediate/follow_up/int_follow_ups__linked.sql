-- One row per follow-up: its household and the signal that it follows.
with

follow_ups as (
    select * from {{ ref('int_follow_ups__current') }}
),

households as (
    select * from {{ ref('int_households__identified') }}
    where entity = 'follow_ups'
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

-- The household's last signal up to the reference date, in the follow-up's
-- own pilot when it names one.
signal_links as (
    select
        follow_ups.record_id,
        arg_max(
            signals.signal_key, (signals.signal_date, signals.signal_key)
        ) as signal_key,
    from follow_ups
    inner join households on follow_ups.record_id = households.record_id
    inner join signals
        on households.household_id = signals.household_id
        and (follow_ups.pilot is null or follow_ups.pilot = signals.pilot)
        and signals.signal_date <= follow_ups.reference_date
    group by follow_ups.record_id
),

linked_follow_ups as (
    select
        follow_ups.* exclude (district, pilot),
        households.household_id,
        signal_links.signal_key,
        coalesce(follow_ups.district, signals.district) as district,
        coalesce(follow_ups.pilot, signals.pilot) as pilot,
    from follow_ups
    inner join households on follow_ups.record_id = households.record_id
    left join signal_links on follow_ups.record_id = signal_links.record_id
    left join signals on signal_links.signal_key = signals.signal_key
)

select * from linked_follow_ups
