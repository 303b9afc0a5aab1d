-- One row per value that the release publishes, with its unit's kind.
with

indicator_values as (
    select * from marts.indicator_values
),

indicators as (
    select
        indicator_id,
        aggregate,
    from standard.indicators
),

judged_values as (
    select
        indicator_values.indicator_id || ' ' || indicator_values.dimension_set
            as record_id,
        null::varchar as delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        null::varchar as format,
        indicator_values.district,
        indicator_values.pilot,
        null::varchar as rejection,
        indicator_values.numerator,
        indicator_values.denominator,
        -- A month may carry out announcements of the month before.
        indicators.aggregate = 'share'
            and indicators.indicator_id <> 'eviction_executed_share'
            as is_share,
        indicators.aggregate in ('count', 'distinct')
            and indicators.indicator_id <> 'evictions_averted' as is_count,
        date_trunc('month', indicator_values.period_start)::date
            as check_month,
    from indicator_values
    inner join indicators
        on indicator_values.indicator_id = indicators.indicator_id
)

select * from judged_values
