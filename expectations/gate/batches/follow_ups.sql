-- One row per follow-up, beside its delivery and the first signal of the
-- contract.
with

follow_ups as (
    select * from intermediate.int_follow_ups__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

first_signals as (
    select
        contract_key,
        min(signal_date) as first_signal_date,
    from intermediate.int_signals__standardised
    where rejection is null and contract_key is not null
    group by contract_key
),

compared_follow_ups as (
    select
        follow_ups.*,
        deliveries.received_on,
        first_signals.first_signal_date,
        date_trunc('month', reference_date)::date as check_month,
    from follow_ups
    left join deliveries on follow_ups.delivery_id = deliveries.delivery_id
    left join first_signals
        on follow_ups.contract_key = first_signals.contract_key
)

select * from compared_follow_ups
