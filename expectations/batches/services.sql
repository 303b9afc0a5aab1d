-- One row per delivered service, beside its delivery.
with

services as (
    select * from intermediate.int_services__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

dated_services as (
    select
        services.*,
        deliveries.received_on,
        date_trunc('month', started_date)::date as check_month,
    from services
    left join deliveries on services.delivery_id = deliveries.delivery_id
)

select * from dated_services
