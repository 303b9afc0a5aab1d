-- One row per outcome, pilot (or all pilots) and day after closing on which a
-- household came back or was last seen: the Kaplan-Meier estimate.
with

cases as (
    select * from {{ ref('fct_recidivism') }}
),

outcomes as (
    select
        unnest(['signal', 'bailiff']) as outcome,
        unnest([pilot, pilot]) as pilot,
        unnest([closed_date, closed_date]) as closed_date,
        unnest([next_signal_date, next_bailiff_date]) as return_date,
        unnest([observed_until_signal, observed_until_bailiff])
            as observed_until,
    from cases
),

followed as (
    select
        outcome,
        unnest([pilot, null]) as pilot,
        coalesce(return_date <= observed_until, false) as is_back,
        least(return_date, observed_until) - closed_date as day,
    from outcomes
    where observed_until >= closed_date
),

days as (
    select
        outcome,
        pilot,
        day,
        count(*) as leaving,
        count(*) filter (is_back) as events,
    from followed
    group by outcome, pilot, day
    union all
    select distinct outcome, pilot, 0 as day, 0 as leaving, 0 as events
    from followed
),

counts as (
    select
        outcome,
        pilot,
        day,
        sum(leaving) as leaving,
        sum(events) as events,
    from days
    group by outcome, pilot, day
),

at_risk as (
    select
        *,
        sum(leaving) over (
            partition by outcome, pilot
            order by day desc
        ) as at_risk,
    from counts
),

estimated as (
    select
        *,
        product(1 - events / at_risk) over earlier_days as survival,
        -- Greenwood's sum; without an end when nobody is left.
        sum(events / nullif(at_risk * (at_risk - events), 0)) over earlier_days
            as greenwood,
    from at_risk
    window earlier_days as (partition by outcome, pilot order by day)
),

log_log as (
    select
        *,
        case
            when survival > 0 and survival < 1
                then exp(
                    1.959963984540054 * sqrt(greenwood) / -ln(survival)
                )
        end as spread,
    from estimated
),

curves as (
    select
        outcome || '/' || coalesce(pilot, '') || '/' || day
            as recidivism_curve_id,
        outcome,
        pilot,
        cast(day as integer) as day,
        cast(at_risk as bigint) as at_risk,
        cast(events as bigint) as events,
        cast(leaving - events as bigint) as censored,
        survival,
        survival ** spread as lower,
        survival ** (1 / spread) as upper,
    from log_log
)

select * from curves
