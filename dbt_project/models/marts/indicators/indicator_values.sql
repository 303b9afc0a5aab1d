-- One row per indicator, category, set of dimensions and period.
{{ config(pre_hook="{{ create_indicator_aggregates() }}") }}
with

cells as (
    select * from {{ ref('indicator_cells') }}
),

pilots as (
    select
        pilot,
        started_on as pilot_start,
        least(
            coalesce(ended_on, cast('{{ var("as_of") }}' as date)),
            cast('{{ var("as_of") }}' as date)
        ) as pilot_end,
    from {{ ref('pilots') }}
),

districts as (
    select district, dwellings from {{ ref('districts') }}
),

dated_cells as (
    select
        cells.*,
        pilots.pilot_start,
        pilots.pilot_end,
        districts.dwellings,
        date_trunc('month', unit_month) as month_start,
        date_trunc('quarter', unit_month) as quarter_start,
        date_trunc('year', unit_month) as year_start,
    from cells
    left join pilots on cells.pilot = pilots.pilot
    left join districts on cells.district = districts.district
),

rolled_up as (
    select
        indicator_id,
        category,
        any_value(aggregate) as aggregate,
        coalesce(
            nullif(concat_ws(
                ',',
                case when grouping(district) = 0 then 'district' end,
                case when grouping(pilot) = 0 then 'pilot' end,
                case when grouping(programme) = 0 then 'programme' end,
                case when grouping(corporation) = 0 then 'corporation' end
            ), ''),
            'total'
        ) as dimension_set,
        district,
        pilot,
        programme,
        corporation,
        case
            when grouping(month_start) = 0 then 'month'
            when grouping(quarter_start) = 0 then 'quarter'
            when grouping(year_start) = 0 then 'year'
            else 'total'
        end as period_type,
        coalesce(month_start, quarter_start, year_start) as fixed_start,
        min(first_date) as first_date,
        max(last_date) as last_date,
        min(pilot_start) as pilot_start,
        max(pilot_end) as pilot_end,
        marts.indicator_numerator(aggregate, unit_id, numerator) as numerator,
        sum(denominator) as denominator_sum,
        marts.indicator_dwellings(aggregate, district, dwellings) as dwellings,
        marts.indicator_statistic(
            aggregate, numerator, denominator
        ) as statistic,
        sum(unknown) as unknown,
    from dated_cells
    group by
        indicator_id,
        category,
        grouping sets (
            (), (district), (pilot), (programme), (corporation),
            (district, pilot)
        ),
        grouping sets ((), (month_start), (quarter_start), (year_start))
),

periods as (
    select
        *,
        case period_type
            when 'month' then last_day(fixed_start)
            when 'quarter' then last_day(fixed_start + interval 2 month)
            when 'year' then last_day(fixed_start + interval 11 month)
        end as fixed_end,
    from rolled_up
    -- A unit without a date counts in the total, and in no period.
    where period_type = 'total' or fixed_start is not null
),

denominators as (
    select
        *,
        marts.indicator_denominator(
            aggregate,
            denominator_sum,
            marts.indicator_months(
                pilot_start, pilot_end, fixed_start, fixed_end
            ),
            dwellings
        ) as denominator,
    from periods
),

indicator_values as (
    select
        md5(concat_ws(
            '/', indicator_id, coalesce(category, ''), dimension_set,
            coalesce(district, ''), coalesce(pilot, ''),
            coalesce(programme, ''), coalesce(corporation, ''), period_type,
            coalesce(cast(fixed_start as varchar), '')
        )) as indicator_value_id,
        indicator_id,
        category,
        dimension_set,
        district,
        pilot,
        programme,
        corporation,
        period_type,
        cast(coalesce(fixed_start, first_date) as date) as period_start,
        cast(coalesce(fixed_end, last_date) as date) as period_end,
        cast('{{ var("as_of") }}' as date) as as_of,
        numerator,
        denominator,
        marts.indicator_value(
            aggregate, numerator, denominator, statistic
        ) as value,
        case
            when aggregate = 'share' then wilson_lower(numerator, denominator)
        end as lower,
        case
            when aggregate = 'share' then wilson_upper(numerator, denominator)
        end as upper,
        cast(unknown as bigint) as unknown,
    from denominators
)

select * from indicator_values
