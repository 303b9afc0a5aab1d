-- One row per contact attempt that stands: it came with its signal's last
-- report, or without any report of its signal (events of a later month).
with

attempts as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_contact_attempts__standardised') }}
    where rejection is null
),

reports as (
    select distinct signal_key, delivery_id
    from {{ ref('int_signals__standardised') }}
    where rejection is null
),

signals as (
    select signal_key, delivery_id from {{ ref('int_signals__current') }}
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

standing_attempts as (
    select
        attempts.*,
        deliveries.sequence as delivery_sequence,
    from attempts
    inner join signals on attempts.signal_key = signals.signal_key
    inner join deliveries on attempts.delivery_id = deliveries.delivery_id
    left join reports
        on attempts.signal_key = reports.signal_key
        and attempts.delivery_id = reports.delivery_id
    where
        attempts.delivery_id = signals.delivery_id
        or reports.signal_key is null
),

last_attempts as (
    select * from standing_attempts
    qualify row_number() over (
        partition by signal_key, channel, attempted_date, attempt_number
        order by delivery_sequence desc, row_number desc
    ) = 1
),

read_attempts as (
    select
        * exclude (attempt_number),
        attempt_number as delivered_number,
        channel in ('home_visit', 'ring') as is_visit,
        case
            when channel in ('home_visit', 'ring')
                then outcome in ('opened', 'refused')
        end as is_opened,
        outcome in (
            'opened', 'refused', 'spoken', 'replied', 'appeared'
        ) as is_contact,
    from last_attempts
),

numbered_attempts as (
    select
        *,
        row_number() over (
            partition by signal_key, is_visit
            order by delivery_sequence, delivered_number, attempted_date
        )::integer as attempt_number,
    from read_attempts
)

select * from numbered_attempts
