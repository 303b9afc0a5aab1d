-- One row per contact attempt: a visit, call, letter, message or appointment.
with

attempts as (
    select * from {{ ref('int_contact_attempts__current') }}
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

final as (
    select
        attempts.record_id as attempt_id,
        attempts.signal_key as signal_id,
        signals.household_id,
        coalesce(signals.district, 'unknown') as district,
        coalesce(signals.pilot, 'unknown') as pilot,
        coalesce(attempts.channel, 'unknown') as channel,
        coalesce(attempts.is_visit, false) as is_visit,
        attempts.attempt_number,
        attempts.attempted_date,
        coalesce(attempts.daypart, 'unknown') as daypart,
        attempts.announced,
        coalesce(attempts.visitors, 'unknown') as visitors,
        coalesce(attempts.outcome, 'unknown') as outcome,
        attempts.is_opened,
        attempts.is_contact,
        attempts.delivery_id,
        attempts.sheet,
        attempts.row_number,
    from attempts
    inner join signals on attempts.signal_key = signals.signal_key
)

select * from final
