-- One row per outcome, group and day after closing on which a household came
-- back or was last seen: the Kaplan-Meier estimate.
{{ config(pre_hook="{{ create_kaplan_meier() }}") }}
with

days as (
    select * from {{ ref('fct_recidivism_days') }}
    where day is not null
),

grouped_days as (
    select
        outcome,
        unnest([
            'all', 'pilot', 'district', 'working_model', 'repeat', 'accepted'
        ]) as grouping,
        unnest(['all', pilot, district, working_model, repeat, accepted])
            as group_code,
        day,
        leaving,
        events,
    from days
),

life_table as (
    select
        outcome || '/' || grouping || '/' || group_code as group_code,
        day,
        leaving,
        events,
    from grouped_days
),

estimates as (
    select * from {{ kaplan_meier('life_table') }}
),

curves as (
    select
        group_code || '/' || day as recidivism_curve_id,
        split_part(group_code, '/', 1) as outcome,
        split_part(group_code, '/', 2) as grouping,
        split_part(group_code, '/', 3) as group_code,
        day,
        at_risk,
        events,
        censored,
        survival,
        lower,
        upper,
    from estimates
)

select * from curves
