-- One row per district, pilot and month of its registration.
with

registration_months as (
    select * from quality.registration_months
),

judged_rows as (
    select
        registration_month_id as record_id,
        null::varchar as delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        null::varchar as format,
        null::varchar as rejection,
        *,
        month as check_month,
        strftime(month, '%Y-%m') as about_nl,
        strftime(month, '%Y-%m') as about_en,
    from registration_months
)

select * from judged_rows
