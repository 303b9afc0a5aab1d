-- One row per pilot: its model, its district and the days that it ran.
with

pilots as (
    select * from {{ ref('pilots') }}
),

final as (
    select
        pilot,
        label_nl,
        label_en,
        programme,
        working_model,
        district,
        corporation,
        started_on::date as started_on,
        ended_on::date as ended_on,
        followed_until::date as followed_until,
        date_source,
    from pilots
)

select * from final
