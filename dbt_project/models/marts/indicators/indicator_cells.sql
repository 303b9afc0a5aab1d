-- One row per indicator, category, month, district, pilot and group (none, or
-- one code of one dimension) for what can be added up, and one row per unit
-- for medians, percentiles and distinct counts.
with

units as (
    select * from {{ ref('indicator_units') }}
),

catalogue as (
    select indicator_id, aggregate from {{ ref('indicators') }}
),

units_with_aggregate as (
    select
        units.*,
        catalogue.aggregate,
        cast(date_trunc('month', unit_date) as date) as unit_month,
        -- What cannot be added up keeps its units apart.
        case
            when aggregate in ('distinct', 'median', 'p90', 'min', 'max')
                then unit_id
        end as separate_unit_id,
    from units
    inner join catalogue on units.indicator_id = catalogue.indicator_id
),

grouped_units as (
    select
        *,
        unnest([
            '', 'programme', 'working_model', 'corporation', 'partner_type',
            'sex', 'age_band', 'household_type', 'repeat'
        ]) as dimension,
        unnest([
            '', programme, working_model, corporation, partner_type,
            sex, age_band, household_type, repeat
        ]) as code,
    from units_with_aggregate
),

cells as (
    select
        indicator_id,
        any_value(aggregate) as aggregate,
        category,
        separate_unit_id as unit_id,
        unit_month,
        district,
        pilot,
        dimension,
        code,
        min(unit_date) as first_date,
        max(unit_date) as last_date,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        cast(sum(unknown) as bigint) as unknown,
        count(*) filter (numerator <> 0) as contributors,
    from grouped_units
    group by
        indicator_id, category, separate_unit_id, unit_month, district, pilot,
        dimension, code
)

select * from cells
