-- One row per household and pilot: whether a delivered bailiff list covers it.
with

signals as (
    select * from {{ ref('int_signals__identified') }}
),

households as (
    select * from {{ ref('int_household_pilots__followed') }}
),

steps as (
    select * from {{ ref('int_bailiff_steps__identified') }}
    where source = 'bailiff_list'
),

delivered_corporations as (
    select distinct corporation from steps
    where corporation <> 'unmapped'
),

district_corporations as (
    select distinct district, corporation from signals
    where district is not null and corporation is not null
),

-- Where no corporation is known, it is not known that all are there.
wholly_listed_districts as (
    select district_corporations.district
    from district_corporations
    left join delivered_corporations
        on district_corporations.corporation
        = delivered_corporations.corporation
    group by district_corporations.district
    having count(*) = count(delivered_corporations.corporation)
),

household_corporations as (
    select
        household_pilot_id,
        unnest(corporations) as corporation,
    from households
),

covered_households as (
    select distinct household_corporations.household_pilot_id
    from household_corporations
    inner join delivered_corporations
        on household_corporations.corporation
        = delivered_corporations.corporation
),

-- Whom a list names it covers, whatever corporation they were reported with.
named_households as (
    select distinct household_id from steps
),

unknowable_households as (
    select distinct household_id from steps
    where is_history_unknown
),

listed_households as (
    select
        households.household_pilot_id,
        households.household_id,
        case
            when named_households.household_id is not null then true
            when len(coalesce(households.corporations, [])) = 0
                then wholly_listed_districts.district is not null
            else covered_households.household_pilot_id is not null
        end as is_listed,
    from households
    left join named_households
        on households.household_id = named_households.household_id
    left join covered_households
        on households.household_pilot_id
        = covered_households.household_pilot_id
    left join wholly_listed_districts
        on households.district = wholly_listed_districts.district
),

coverage as (
    select
        listed_households.household_pilot_id,
        listed_households.is_listed,
        listed_households.is_listed
            and unknowable_households.household_id is null as is_covered,
    from listed_households
    left join unknowable_households
        on listed_households.household_id
        = unknowable_households.household_id
)

select * from coverage
