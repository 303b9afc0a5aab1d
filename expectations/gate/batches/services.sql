-- One row per delivered service, beside its delivery, its norm and whether a
-- signal is known that it belongs to.
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

signals as (
    select
        source_number,
        contract_key,
        client_key,
    from intermediate.int_signals__standardised
    where rejection is null
),

norms as (
    select
        service,
        norm_hours::decimal(18, 4) as norm_hours,
    from standard.services
),

dated_services as (
    select
        services.*,
        deliveries.received_on,
        norms.norm_hours,
        coalesce(services.signal_number in (
            select source_number from signals
            where source_number is not null
        ), false)
        or coalesce(services.contract_key in (
            select contract_key from signals
            where contract_key is not null
        ), false)
        or coalesce(services.client_key in (
            select client_key from signals
            where client_key is not null
        ), false) as has_signal,
        date_trunc('month', started_date)::date as check_month,
    from services
    left join deliveries on services.delivery_id = deliveries.delivery_id
    left join norms on services.service = norms.service
)

select * from dated_services
