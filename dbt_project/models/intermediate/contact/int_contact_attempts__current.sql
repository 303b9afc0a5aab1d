-- One row per contact attempt of a signal's last report.
with

attempts as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_contact_attempts__standardised') }}
    where rejection is null
),

signals as (
    select signal_key, delivery_id from {{ ref('int_signals__current') }}
),

read_attempts as (
    select
        attempts.*,
        attempts.channel in ('home_visit', 'ring') as is_visit,
        case
            when attempts.channel in ('home_visit', 'ring')
                then attempts.outcome in ('opened', 'refused')
        end as is_opened,
        attempts.outcome in (
            'opened', 'refused', 'spoken', 'replied', 'appeared'
        ) as is_contact,
    from attempts
    inner join signals
        on attempts.signal_key = signals.signal_key
        and attempts.delivery_id = signals.delivery_id
)

select * from read_attempts
