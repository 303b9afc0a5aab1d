-- One row per indicator, category, set of dimensions and period.
with

prepared as (
    select * from {{ ref('indicator_prepared') }}
),

states as (
    select
        *,
        nullif(concat_ws(
            ',',
            case when district is not null then 'district' end,
            case when pilot is not null then 'pilot' end,
            nullif(dimension, '')
        ), '') as chosen,
    from {{ ref('indicator_states') }}
),

lines as (
    select * from {{ ref('indicator_lines') }}
),

described as (
    select
        lines.indicator_id,
        lines.category,
        lines.aggregate,
        coalesce(states.chosen, 'total') as dimension_set,
        states.district,
        states.pilot,
        case when states.dimension = 'programme' then states.code end
            as programme,
        case when states.dimension = 'corporation' then states.code end
            as corporation,
        states.period_type,
        states.period_start as fixed_start,
        case states.period_type
            when 'month' then last_day(states.period_start)
            when 'quarter'
                then last_day(states.period_start + interval 2 month)
            when 'year' then last_day(states.period_start + interval 11 month)
        end as fixed_end,
        prepared.first_date,
        prepared.last_date,
        prepared.numerator,
        prepared.denominator,
        prepared.statistic,
        prepared.unknown,
    from prepared
    inner join states on prepared.state_id = states.state_id
    inner join lines on prepared.line_id = lines.line_id
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
    from described
    where dimension_set in (
        'total', 'district', 'pilot', 'district,pilot', 'programme',
        'corporation'
    )
)

select * from indicator_values
