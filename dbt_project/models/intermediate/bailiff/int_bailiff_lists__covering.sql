-- One row per household and pilot: whether a delivered bailiff list covers it.
with

households as (
    select * from {{ ref('int_household_pilots__followed') }}
),

steps as (
    select * from {{ ref('int_bailiff_steps__identified') }}
    where source = 'bailiff_list'
),

delivered_corporations as (
    select distinct corporation from steps
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

unknowable_households as (
    select distinct household_id from steps
    where is_history_unknown
),

any_list as (
    select count(*) > 0 as is_delivered from delivered_corporations
),

listed_households as (
    select
        households.household_pilot_id,
        households.household_id,
        case
            when len(coalesce(households.corporations, [])) = 0
                then any_list.is_delivered
            else covered_households.household_pilot_id is not null
        end as is_listed,
    from households
    cross join any_list
    left join covered_households
        on households.household_pilot_id
        = covered_households.household_pilot_id
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
