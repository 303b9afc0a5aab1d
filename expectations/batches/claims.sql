-- One row per claimed service, beside its delivery.
with

claims as (
    select * from intermediate.int_claims__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

dated_claims as (
    select
        claims.*,
        deliveries.received_on,
        date_trunc('month', month)::date as check_month,
    from claims
    left join deliveries on claims.delivery_id = deliveries.delivery_id
)

select * from dated_claims
