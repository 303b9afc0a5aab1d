-- One row per state of the filters and line that is divided by time or by
-- dwellings: the months of its pilots, and the dwellings of its districts.
{{ config(pre_hook="{{ create_indicator_aggregates() }}") }}
with

cells as (
    select * from {{ ref('indicator_numbered_cells') }}
),

member_states as (
    select
        *,
        case period_type
            when 'month' then last_day(period_start)
            when 'quarter' then last_day(period_start + interval 2 month)
            when 'year' then last_day(period_start + interval 11 month)
        end as period_end,
    from {{ ref('indicator_member_states') }}
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

counted as (
    select
        member_states.state_id,
        member_states.period_start,
        member_states.period_end,
        cells.line_id,
        cells.aggregate,
        cells.district,
        pilots.pilot_start,
        pilots.pilot_end,
        districts.dwellings,
    from cells
    inner join member_states on cells.member_id = member_states.member_id
    left join pilots on cells.pilot = pilots.pilot
    left join districts on cells.district = districts.district
    where cells.aggregate in ('per_month', 'per_1000')
),

bounds as (
    select
        state_id,
        line_id,
        cast(
            marts.indicator_months(
                min(pilot_start),
                max(pilot_end),
                any_value(period_start),
                any_value(period_end)
            ) as double
        ) as months,
        cast(
            marts.indicator_dwellings(aggregate, district, dwellings) as bigint
        ) as dwellings,
    from counted
    group by state_id, line_id
)

select * from bounds
