-- One row per delivery of the release, with the rows that do not count.
with

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

rejected_signal_rows as (
    select * from {{ ref('quality_rejected_signal_rows') }}
),

rejected_other_rows as (
    select * from {{ ref('quality_rejected_other_rows') }}
),

rejected_rows as (
    select * from rejected_signal_rows
    union all by name
    select * from rejected_other_rows
),

rejected_counts as (
    select
        delivery_id,
        count(distinct rejected_row_id) as rows_rejected,
    from rejected_rows
    group by delivery_id
),

counted_deliveries as (
    select
        deliveries.delivery_id,
        deliveries.sequence,
        deliveries.format,
        deliveries.district,
        deliveries.pilot,
        deliveries.period,
        deliveries.received_at,
        deliveries.rows_read,
        coalesce(rejected_counts.rows_rejected, 0) as rows_rejected,
        deliveries.delivered_columns,
        coalesce(deliveries.is_invented, false) as is_invented,
    from deliveries
    left join rejected_counts
        on deliveries.delivery_id = rejected_counts.delivery_id
)

select * from counted_deliveries
