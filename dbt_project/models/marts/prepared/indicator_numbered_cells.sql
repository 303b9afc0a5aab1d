-- One row per cell, with the numbers of its line and of its finest state.
{{ config(materialized='view') }}
with

cells as (
    select * from {{ ref('indicator_cells') }}
),

lines as (
    select * from {{ ref('indicator_lines') }}
),

members as (
    select * from {{ ref('indicator_members') }}
),

numbered as (
    select
        lines.line_id,
        members.member_id,
        cells.aggregate,
        cells.unit_id,
        cells.district,
        cells.pilot,
        cells.first_date,
        cells.last_date,
        cells.numerator,
        cells.denominator,
        cells.unknown,
        cells.contributors,
    from cells
    inner join lines
        on cells.indicator_id = lines.indicator_id
        and coalesce(cells.category, '') = coalesce(lines.category, '')
    inner join members
        on cells.dimension = members.dimension
        and cells.code = members.code
        and cells.district = members.district
        and cells.pilot = members.pilot
        and coalesce(cells.unit_month, date '0001-01-01')
            = coalesce(members.unit_month, date '0001-01-01')
)

select * from numbered
