-- One row per district, pilot, month and measure.
with

month_volumes as (
    select * from quality.month_volumes
),

judged_rows as (
    select
        month_volume_id as record_id,
        null::varchar as delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        null::varchar as format,
        null::varchar as rejection,
        *,
        month as check_month,
        concat_ws(
            ' ',
            strftime(month, '%Y-%m'),
            case when measure <> 'signals' then category end,
            case when measure = 'signals' then numerator::varchar
                else format('{:.0f}%', 100 * measured) end,
            '(gewoonlijk',
            case when measure = 'signals' then format('{:.0f})', usual)
                else format('{:.0f}%)', 100 * usual) end
        ) as about_nl,
        concat_ws(
            ' ',
            strftime(month, '%Y-%m'),
            case when measure <> 'signals' then category end,
            case when measure = 'signals' then numerator::varchar
                else format('{:.0f}%', 100 * measured) end,
            '(usually',
            case when measure = 'signals' then format('{:.0f})', usual)
                else format('{:.0f}%)', 100 * usual) end
        ) as about_en,
    from month_volumes
)

select * from judged_rows
