-- One row per bailiff step: of a bailiff list the last report of the step, of
-- a registration the steps of the signal's last report.
with

steps as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_bailiff_steps__standardised') }}
    where rejection is null
),

signals as (
    select signal_key, delivery_id from {{ ref('int_signals__current') }}
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

listed_steps as (
    select steps.*
    from steps
    inner join deliveries on steps.delivery_id = deliveries.delivery_id
    where steps.source = 'bailiff_list'
    qualify row_number() over (
        partition by
            coalesce(steps.contract_key, steps.record_id),
            steps.corporation,
            steps.dossier_number,
            steps.step,
            steps.step_date
        order by deliveries.sequence desc, steps.row_number desc
    ) = 1
),

registered_steps as (
    select steps.*
    from steps
    inner join signals
        on steps.signal_key = signals.signal_key
        and steps.delivery_id = signals.delivery_id
    where steps.source <> 'bailiff_list'
),

current_steps as (
    select * from listed_steps
    union all
    select * from registered_steps
)

select * from current_steps
