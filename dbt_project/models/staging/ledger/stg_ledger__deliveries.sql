-- One row per accepted delivery.

with

deliveries as (

    select * from {{ source('ledger', 'deliveries') }}

),

typed as (

    select
        delivery_id,
        sequence,
        format,
        district,
        pilot,
        period,
        received_at,
        delivered_columns,
        rows_read,
        is_invented
    from deliveries

)

select * from typed
