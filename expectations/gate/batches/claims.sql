-- One row per claimed service, beside its delivery, its signal and other claims
-- of the same service.
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

signals as (
    select source_number
    from intermediate.int_signals__standardised
    where rejection is null and source_number is not null
),

dated_claims as (
    select
        claims.*,
        deliveries.received_on,
        coalesce(
            claims.signal_number in (select source_number from signals), false
        ) as has_signal,
        min(claims.claim_number) filter (claims.rejection is null)
            over same_service
        < max(claims.claim_number) filter (claims.rejection is null)
            over same_service as is_claimed_twice,
        date_trunc('month', month)::date as check_month,
    from claims
    left join deliveries on claims.delivery_id = deliveries.delivery_id
    window same_service as (
        partition by
            claims.institution,
            claims.product,
            claims.signal_number,
            claims.month
    )
)

select * from dated_claims
