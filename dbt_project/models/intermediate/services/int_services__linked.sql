-- One row per service: its household and the signal that it answers.
with

services as (
    select * from {{ ref('int_services__current') }}
),

households as (
    select * from {{ ref('int_households__identified') }}
    where entity = 'services'
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

kinds as (
    select * from {{ ref('services') }}
),

-- An export that names no district links by number where only one district
-- has it.
numbered_links as (
    select
        services.record_id,
        arg_max(
            signals.signal_key, (signals.signal_date, signals.signal_key)
        ) as signal_key,
    from services
    inner join signals
        on services.signal_number = signals.source_number
        and coalesce(services.district = signals.district, true)
    group by services.record_id
    having count(distinct coalesce(signals.district, 'unknown')) = 1
),

-- Without a number: the household's last signal on or before the start.
household_links as (
    select
        services.record_id,
        arg_max(
            signals.signal_key, (signals.signal_date, signals.signal_key)
        ) as signal_key,
    from services
    inner join households on services.record_id = households.record_id
    inner join signals
        on households.household_id = signals.household_id
        and signals.signal_date <= services.started_date
    group by services.record_id
),

linked_services as (
    select
        services.*,
        households.household_id,
        coalesce(numbered_links.signal_key, household_links.signal_key)
            as signal_key,
        case
            when numbered_links.signal_key is not null then 'signal_number'
            when household_links.signal_key is not null then 'household'
        end as linked_by,
        coalesce(kinds.is_trajectory, false) as is_trajectory,
    from services
    inner join households on services.record_id = households.record_id
    left join numbered_links
        on services.record_id = numbered_links.record_id
    left join household_links
        on services.record_id = household_links.record_id
    left join kinds on services.service = kinds.service
),

placed_services as (
    select
        linked_services.* exclude (district, pilot),
        coalesce(linked_services.district, signals.district) as district,
        coalesce(linked_services.pilot, signals.pilot) as pilot,
    from linked_services
    left join signals on linked_services.signal_key = signals.signal_key
)

select * from placed_services
