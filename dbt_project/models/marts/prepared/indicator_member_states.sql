-- One row per finest state and state of the filters that holds it: with or
-- without district and pilot, in total and by year, quarter and month.
with

members as (
    select * from {{ ref('indicator_members') }}
),

placed as (
    select
        member_id,
        dimension,
        code,
        unit_month,
        unnest([null, district, null, district]) as district,
        unnest([null, null, pilot, pilot]) as pilot,
    from members
),

dated as (
    select
        *,
        unnest(['total', 'year', 'quarter', 'month']) as period_type,
        unnest([
            null,
            cast(date_trunc('year', unit_month) as date),
            cast(date_trunc('quarter', unit_month) as date),
            unit_month
        ]) as period_start,
    from placed
),

member_states as (
    select
        member_id,
        -- Neighbours in the table are read together: a state over time.
        cast(
            dense_rank() over (
                order by
                    dimension,
                    code,
                    district nulls first,
                    pilot nulls first,
                    period_type,
                    period_start
            ) as integer
        ) as state_id,
        dimension,
        code,
        district,
        pilot,
        period_type,
        period_start,
    from dated
    -- A unit without a date counts in the total, and in no period.
    where period_type = 'total' or period_start is not null
)

select * from member_states
