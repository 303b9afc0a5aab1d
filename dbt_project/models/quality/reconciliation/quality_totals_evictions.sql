-- One row per district and month or year: evictions announced in the city
-- register, beside those carried out or not.
with

evictions as (
    select * from {{ ref('fct_evictions_monthly') }}
    where
        announced is not null
        and executed is not null
        and not_executed is not null
),

periods as (
    select
        district,
        unnest(['month', 'year']) as period,
        unnest([month, cast(date_trunc('year', month) as date)])
            as period_start,
        announced,
        executed + not_executed as concluded,
    from evictions
),

periods_added_up as (
    select
        district,
        period,
        period_start,
        sum(announced) as announced,
        sum(concluded) as concluded,
    from periods
    group by district, period, period_start
),

totals as (
    select
        'evictions/' || district || '/' || period || '/' || period_start
            as reconciliation_id,
        'evictions' as kind,
        cast(null as varchar) as claim_id,
        cast(null as varchar) as section,
        'Aangezegd is uitgevoerd plus niet uitgevoerd, ' || case period
            when 'month' then 'maand ' || strftime(period_start, '%Y-%m')
            else 'jaar ' || year(period_start)
        end as statement_nl,
        'Announced is executed plus not executed, ' || case period
            when 'month' then 'month ' || strftime(period_start, '%Y-%m')
            else 'year ' || year(period_start)
        end as statement_en,
        cast(null as varchar) as pilot,
        district,
        'evictions_announced' as indicator_id,
        cast(null as varchar) as category,
        'numerator' as measure,
        period_start,
        cast(announced as double) as published_value,
        cast(concluded as double) as found_value,
        cast(0 as double) as tolerance,
    from periods_added_up
)

select * from totals
