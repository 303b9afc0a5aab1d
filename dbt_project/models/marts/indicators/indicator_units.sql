-- One row per indicator and unit that counts in it (and category, where an
-- indicator has categories); read it one indicator at a time.
with

signals as (
    select * from {{ ref('indicator_units_signals') }}
),

reach as (
    select * from {{ ref('indicator_units_reach') }}
),

visits as (
    select * from {{ ref('indicator_units_visits') }}
),

results as (
    select * from {{ ref('indicator_units_results') }}
),

time_limits as (
    select * from {{ ref('indicator_units_time_limits') }}
),

bailiff as (
    select * from {{ ref('indicator_units_bailiff') }}
),

evictions as (
    select * from {{ ref('indicator_units_evictions') }}
),

follow_up as (
    select * from {{ ref('indicator_units_follow_up') }}
),

recidivism as (
    select * from {{ ref('indicator_units_recidivism') }}
),

services as (
    select * from {{ ref('indicator_units_services') }}
),

conferences as (
    select * from {{ ref('indicator_units_conferences') }}
),

plan as (
    select * from {{ ref('indicator_units_plan') }}
),

themes_united as (
    select * from signals
    union all
    select * from reach
    union all
    select * from visits
    union all
    select * from results
    union all
    select * from time_limits
    union all
    select * from bailiff
    union all
    select * from evictions
    union all
    select * from follow_up
    union all
    select * from recidivism
    union all
    select * from services
    union all
    select * from conferences
    union all
    select * from plan
)

select * from themes_united
