-- One row per conference, beside its delivery.
with

conferences as (
    select * from intermediate.int_conferences__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

dated_conferences as (
    select
        conferences.*,
        deliveries.received_on,
        date_trunc('month', registered_date)::date as check_month,
    from conferences
    left join deliveries on conferences.delivery_id = deliveries.delivery_id
)

select * from dated_conferences
