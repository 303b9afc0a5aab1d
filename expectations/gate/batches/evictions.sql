-- One row per district and month of the city register, beside its delivery.
with

evictions as (
    select * from intermediate.int_evictions__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

dated_evictions as (
    select
        evictions.*,
        deliveries.received_on,
        date_trunc('month', month)::date as check_month,
    from evictions
    left join deliveries on evictions.delivery_id = deliveries.delivery_id
)

select * from dated_evictions
