-- One row per bailiff step that stands: the last report of a list's step, or
-- a step that came with its signal's last report.
with

steps as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_bailiff_steps__standardised') }}
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

standing_steps as (
    select
        steps.*,
        deliveries.sequence as delivery_sequence,
    from steps
    inner join deliveries on steps.delivery_id = deliveries.delivery_id
    left join signals on steps.signal_key = signals.signal_key
    left join reports
        on steps.signal_key = reports.signal_key
        and steps.delivery_id = reports.delivery_id
    where
        steps.source = 'bailiff_list'
        or steps.delivery_id = signals.delivery_id
        or reports.signal_key is null
),

last_steps as (
    select * from standing_steps
    qualify row_number() over (
        partition by
            source,
            coalesce(contract_key, signal_key, record_id),
            corporation,
            dossier_number,
            step,
            step_date
        order by delivery_sequence desc, row_number desc
    ) = 1
)

select * from last_steps
