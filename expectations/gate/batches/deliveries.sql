-- One row per delivery, beside what has become of its records.
with

deliveries as (
    select * from landing.deliveries
),

standardised_rows as (
    select * from gate.standardised_rows
),

staged_rows as (
    select * from gate.staged_rows
),

published_rows as (
    select * from gate.published_rows
),

counted_deliveries as (
    select
        deliveries.delivery_id as record_id,
        deliveries.delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        deliveries.format,
        deliveries.district,
        deliveries.pilot,
        null::varchar as rejection,
        deliveries.rows_read,
        staged_rows.staged_rows,
        coalesce(standardised_rows.standardised_rows, 0)
            as standardised_rows,
        coalesce(standardised_rows.counted_rows, 0) as counted_rows,
        coalesce(standardised_rows.counted_signals, 0) as counted_signals,
        coalesce(standardised_rows.dated_signals, 0) as dated_signals,
        published_rows.published_signals,
        deliveries.period as check_month,
    from deliveries
    left join standardised_rows
        on deliveries.delivery_id = standardised_rows.delivery_id
    left join staged_rows
        on deliveries.delivery_id = staged_rows.delivery_id
    cross join published_rows
)

select * from counted_deliveries
