-- One row per current record about a person: the keys that it was sent with.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

services as (
    select * from {{ ref('int_services__current') }}
),

follow_ups as (
    select * from {{ ref('int_follow_ups__current') }}
),

steps as (
    select * from {{ ref('int_bailiff_steps__current') }}
),

-- Institutions number their clients themselves; a DDAS client number is the
-- national one, and in DDAS an address stands for a client without one.
signal_identities as (
    select
        'signals' as entity,
        record_id,
        delivery_sequence,
        contract_key,
        client_key || '/' || case
            when format = 'ddas' then 'national'
            else coalesce(district, 'unknown')
        end as client_key,
        name_key,
        birth_date_key,
        postcode_key,
        case
            when format = 'ddas' then postcode_key || '-' || house_number_key
        end as address_key,
    from signals
),

-- A service without a contract has that of the signal it names.
named_contracts as (
    select
        source_number,
        district,
        arg_max(contract_key, (signal_date, signal_key)) as contract_key,
        count(*) over (partition by source_number) as districts_with_number,
    from signals
    where source_number is not null
    group by source_number, district
),

service_identities as (
    select
        'services' as entity,
        services.record_id,
        services.delivery_sequence,
        coalesce(services.contract_key, named_contracts.contract_key)
            as contract_key,
        services.client_key || '/' || coalesce(services.district, 'unknown')
            as client_key,
        services.birth_date_key,
    from services
    left join named_contracts
        on services.signal_number = named_contracts.source_number
        and coalesce(
            services.district = named_contracts.district,
            named_contracts.districts_with_number = 1
        )
),

follow_up_identities as (
    select
        'follow_ups' as entity,
        record_id,
        contract_key,
    from follow_ups
),

-- A tick or an event belongs to its signal's household.
step_identities as (
    select
        'bailiff_steps' as entity,
        record_id,
        contract_key,
    from steps
    where contract_key is not null or signal_key is null
),

identities as (
    select * from signal_identities
    union all by name
    select * from service_identities
    union all by name
    select * from follow_up_identities
    union all by name
    select * from step_identities
),

keyed_identities as (
    select
        entity || ':' || record_id as identity_id,
        *,
    from identities
)

select * from keyed_identities
