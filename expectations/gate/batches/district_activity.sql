-- One row per pilot and district where it runs.
with

district_activity as (
    select * from quality.district_activity
),

judged_rows as (
    select
        district_activity_id as record_id,
        null::varchar as delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        null::varchar as format,
        null::varchar as rejection,
        *,
        null::date as check_month,
        'laatste melding ' || coalesce(last_signal_date::varchar, 'geen') as about_nl,
        'last signal ' || coalesce(last_signal_date::varchar, 'none') as about_en,
    from district_activity
)

select * from judged_rows
