-- One row per state of the filters and line of figures: what the dashboard
-- reads, so sorted that a state is found without reading the others.
{{ config(pre_hook="{{ create_indicator_aggregates() }}") }}
with

cells as (
    select * from {{ ref('indicator_numbered_cells') }}
),

member_states as (
    select * from {{ ref('indicator_member_states') }}
),

bounds as (
    select * from {{ ref('indicator_state_bounds') }}
),

added_up as (
    select
        member_states.state_id,
        cells.line_id,
        any_value(aggregate) as aggregate,
        sum(numerator) as numerator,
        sum(denominator) as denominator_sum,
        null as statistic,
        cast(sum(unknown) as bigint) as unknown,
        cast(sum(contributors) as bigint) as contributors,
        min(first_date) as first_date,
        max(last_date) as last_date,
    from cells
    inner join member_states
        on cells.member_id = member_states.member_id
    where unit_id is null
    group by member_states.state_id, cells.line_id
),

unit_by_unit as (
    select
        member_states.state_id,
        cells.line_id,
        any_value(aggregate) as aggregate,
        marts.indicator_numerator(aggregate, unit_id, numerator) as numerator,
        sum(denominator) as denominator_sum,
        marts.indicator_statistic(
            aggregate, numerator, denominator
        ) as statistic,
        cast(sum(unknown) as bigint) as unknown,
        cast(sum(contributors) as bigint) as contributors,
        min(first_date) as first_date,
        max(last_date) as last_date,
    from cells
    inner join member_states
        on cells.member_id = member_states.member_id
    where unit_id is not null
    group by member_states.state_id, cells.line_id
),

united as (
    select * from added_up
    union all
    select * from unit_by_unit
),

prepared as (
    select
        united.state_id,
        united.line_id,
        united.numerator,
        marts.indicator_denominator(
            united.aggregate,
            united.denominator_sum,
            bounds.months,
            bounds.dwellings
        ) as denominator,
        united.statistic,
        united.unknown,
        united.contributors,
        united.first_date,
        united.last_date,
    from united
    left join bounds
        on united.state_id = bounds.state_id
        and united.line_id = bounds.line_id
    order by united.state_id, united.line_id
)

select * from prepared
