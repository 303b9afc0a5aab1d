-- One row per pilot and district where it runs, with its last sign of life.
-- A pilot of the city model runs in every district, another in the one named.
with

pilots as (
    select * from {{ ref('pilots') }}
),

districts as (
    select * from {{ ref('districts') }}
),

signals as (
    select * from {{ ref('int_signals__current') }}
),

expected_places as (
    select
        pilots.pilot,
        districts.district,
        least(
            coalesce(pilots.ended_on, cast('{{ var("as_of") }}' as date)),
            cast('{{ var("as_of") }}' as date)
        ) as watched_until,
    from pilots
    inner join districts
        on coalesce(
            districts.district = pilots.district,
            pilots.working_model = 'city-model'
        )
),

active_places as (
    select
        pilot,
        district,
        count(*) as signals,
        min(signal_date) as first_signal_date,
        max(signal_date) filter (
            signal_date <= cast('{{ var("as_of") }}' as date)
        ) as last_signal_date,
    from signals
    group by pilot, district
),

active_pilots as (
    select
        pilot,
        count(*) as pilot_signals,
    from signals
    group by pilot
),

district_activity as (
    select
        expected_places.pilot || '/' || expected_places.district
            as district_activity_id,
        expected_places.district,
        expected_places.pilot,
        expected_places.watched_until,
        coalesce(active_pilots.pilot_signals, 0) as pilot_signals,
        coalesce(active_places.signals, 0) as signals,
        active_places.first_signal_date,
        active_places.last_signal_date,
        case
            when active_places.last_signal_date is not null
                then greatest(
                    date_diff(
                        'month',
                        active_places.last_signal_date,
                        expected_places.watched_until
                    ),
                    0
                )
        end as months_silent,
    from expected_places
    left join active_places
        on expected_places.pilot = active_places.pilot
        and expected_places.district = active_places.district
    left join active_pilots on expected_places.pilot = active_pilots.pilot
)

select * from district_activity
