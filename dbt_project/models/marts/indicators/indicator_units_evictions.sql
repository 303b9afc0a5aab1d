-- One row per indicator, district and month: the city's register of evictions.
with

evictions as (
    select * from {{ ref('fct_evictions_monthly') }}
),

units as (
    select
        eviction_month_id as unit_id,
        month as unit_date,
        district,
        'unknown' as pilot,
        'unknown' as programme,
        'unknown' as working_model,
        'unknown' as corporation,
        'unknown' as partner_type,
        'unknown' as sex,
        'unknown' as age_band,
        'unknown' as household_type,
        'unknown' as repeat,
        announced,
        executed,
        averted,
    from evictions
),

eviction_units as (
    {{ indicator_units(
        'evictions_announced', numerator='coalesce(announced, 0)',
        unknown='announced is null',
    ) }}
    union all
    {{ indicator_units(
        'evictions_executed', numerator='coalesce(executed, 0)',
        unknown='executed is null',
    ) }}
    union all
    {{ indicator_units(
        'evictions_averted', numerator='coalesce(averted, 0)',
        unknown='averted is null',
    ) }}
    union all
    {{ indicator_units(
        'eviction_executed_share',
        numerator='executed',
        denominator='announced',
        among='announced is not null and executed is not null',
    ) }}
)

select * from eviction_units
