-- One row per contact attempt, beside its delivery and the attempt before it.
with

attempts as (
    select
        *,
        channel in ('home_visit', 'ring') as is_visit,
    from intermediate.int_contact_attempts__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

signals as (
    select signal_key from intermediate.int_signals__standardised
),

sequenced_attempts as (
    select
        attempts.*,
        coalesce(
            attempts.signal_key in (select signal_key from signals), false
        ) as has_signal,
        deliveries.received_on,
        case when is_visit then attempt_number end as column_position,
        lag(attempt_number) over in_signal as previous_attempt_number,
        lag(attempted_date) over in_signal as previous_attempt_date,
        date_trunc('month', attempted_date)::date as check_month,
    from attempts
    left join deliveries on attempts.delivery_id = deliveries.delivery_id
    window in_signal as (
        partition by
            attempts.delivery_id, signal_key, channel, rejection is null
        order by attempt_number, row_number
    )
)

select * from sequenced_attempts
