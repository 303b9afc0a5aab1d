-- One row per current record about a person: its household, and by what it
-- is known.
with

collected_identities as (
    select * from {{ ref('int_identities__collected') }}
),

-- Two clients at one address may be two households: no link.
address_clients as (
    select
        address_key,
        min(client_key) as client_key,
    from collected_identities
    where address_key is not null and client_key is not null
    group by address_key
    having count(distinct client_key) = 1
),

identities as (
    select
        collected_identities.* exclude (client_key),
        coalesce(collected_identities.client_key, address_clients.client_key)
            as client_key,
    from collected_identities
    left join address_clients
        on collected_identities.address_key = address_clients.address_key
),

client_contracts as (
    select
        client_key,
        arg_max(contract_key, (delivery_sequence, contract_key))
            as contract_key,
    from identities
    where client_key is not null and contract_key is not null
    group by client_key
),

-- Two contracts on one birth date and postcode may be two people: no link.
address_contracts as (
    select
        birth_date_key,
        postcode_key,
        min(contract_key) as contract_key,
    from identities
    where
        birth_date_key is not null
        and postcode_key is not null
        and contract_key is not null
    group by birth_date_key, postcode_key
    having count(distinct contract_key) = 1
),

-- Keys to be linked by: only those of records without a contract.
unlinked_identities as (
    select
        *,
        case when contract_key is null then client_key end
            as link_client_key,
        case when contract_key is null then birth_date_key end
            as link_birth_date_key,
        case when contract_key is null then postcode_key end
            as link_postcode_key,
    from identities
),

linked_identities as (
    select
        unlinked_identities.*,
        client_contracts.contract_key as client_contract_key,
        address_contracts.contract_key as address_contract_key,
    from unlinked_identities
    left join client_contracts
        on unlinked_identities.link_client_key = client_contracts.client_key
    left join address_contracts
        on unlinked_identities.link_birth_date_key
        = address_contracts.birth_date_key
        and unlinked_identities.link_postcode_key
        = address_contracts.postcode_key
),

households as (
    select
        identity_id,
        entity,
        record_id,
        coalesce(
            contract_key,
            client_contract_key,
            address_contract_key,
            client_key,
            address_key,
            birth_date_key || '-' || postcode_key,
            name_key || '-' || birth_date_key,
            identity_id
        ) as household_id,
        case
            when contract_key is not null then 'contract'
            when client_contract_key is not null then 'client_contract'
            when address_contract_key is not null then 'address_contract'
            when client_key is not null then 'client'
            when address_key is not null then 'address'
            when birth_date_key is not null and postcode_key is not null
                then 'birth_date_postcode'
            when birth_date_key is not null and name_key is not null
                then 'name_birth_date'
            else 'record'
        end as identified_by,
    from linked_identities
)

select * from households
