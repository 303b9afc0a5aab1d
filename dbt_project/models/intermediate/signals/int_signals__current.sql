-- One row per signal: its last accepted report.
with

reports as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_signals__standardised') }}
    where rejection is null
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

last_reports as (
    select
        reports.signal_key,
        arg_max(
            reports.record_id, (deliveries.sequence, reports.row_number)
        ) as record_id,
        max(deliveries.sequence) as delivery_sequence,
    from reports
    inner join deliveries on reports.delivery_id = deliveries.delivery_id
    group by reports.signal_key
),

current_reports as (
    select
        reports.*,
        last_reports.delivery_sequence,
    from reports
    inner join last_reports on reports.record_id = last_reports.record_id
)

select * from current_reports
