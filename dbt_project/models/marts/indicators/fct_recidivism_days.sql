-- One row per outcome, group of households with a closed case and day on which
-- they came back or were last seen; without a day when nobody followed them.
with

cases as (
    select * from {{ ref('fct_recidivism') }}
),

households as (
    select * from {{ ref('indicator_base_households') }}
),

signals as (
    select unit_id as signal_id, is_accepted
    from {{ ref('indicator_base_signals') }}
),

grouped_cases as (
    select
        cast(date_trunc('month', households.unit_date) as date) as unit_month,
        households.district,
        households.pilot,
        households.programme,
        households.working_model,
        households.corporation,
        households.partner_type,
        households.sex,
        households.age_band,
        households.household_type,
        households.repeat,
        case
            when signals.is_accepted then 'yes'
            when not signals.is_accepted then 'no'
            else 'unknown'
        end as accepted,
        unnest(['signal', 'bailiff']) as outcome,
        unnest([cases.closed_date, cases.closed_date]) as closed_date,
        unnest([cases.next_signal_date, cases.next_bailiff_date])
            as return_date,
        unnest([cases.observed_until_signal, cases.observed_until_bailiff])
            as observed_until,
    from cases
    inner join households
        on cases.household_id = households.unit_id
        and cases.pilot = households.pilot
    left join signals on cases.signal_id = signals.signal_id
),

dated_cases as (
    select
        * exclude (closed_date, return_date, observed_until),
        case
            when observed_until >= closed_date
                then least(return_date, observed_until) - closed_date
        end as day,
        coalesce(
            observed_until >= closed_date and return_date <= observed_until,
            false
        ) as is_back,
    from grouped_cases
),

days as (
    select
        outcome,
        unit_month,
        district,
        pilot,
        programme,
        working_model,
        corporation,
        partner_type,
        sex,
        age_band,
        household_type,
        repeat,
        accepted,
        cast(day as integer) as day,
        count(*) as leaving,
        count(*) filter (is_back) as events,
    from dated_cases
    group by all
),

final as (
    select
        md5(cast(days as varchar)) as recidivism_day_id,
        *,
    from days
)

select * from final
