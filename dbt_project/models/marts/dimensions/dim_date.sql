-- One row per day, from ten years before the first pilot (bailiff lists reach
-- back) to the end of the year of the release.
with

pilots as (
    select * from {{ ref('pilots') }}
),

days as (
    select unnest(generate_series(
        date_trunc('year', min(started_on::date)) - interval 10 years,
        date_trunc('year', cast('{{ var("as_of") }}' as date))
        + interval 1 year - interval 1 day,
        interval 1 day
    ))::date as day
    from pilots
),

final as (
    select
        day,
        year(day)::integer as year,
        quarter(day)::integer as quarter,
        month(day)::integer as month,
        date_trunc('quarter', day)::date as quarter_start,
        date_trunc('month', day)::date as month_start,
        isodow(day)::integer as weekday,
        isodow(day) <= 5 as is_working_day,
        weekofyear(day)::integer as iso_week,
    from days
)

select * from final
