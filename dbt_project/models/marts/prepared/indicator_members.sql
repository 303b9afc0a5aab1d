-- One row per month, district, pilot and group of which something was counted:
-- the finest states, of which all others are sums.
with

cells as (
    select unit_month, district, pilot, dimension, code
    from {{ ref('indicator_cells') }}
),

counted as (
    select distinct unit_month, district, pilot, dimension, code
    from cells
),

members as (
    select
        cast(
            row_number() over (
                order by dimension, code, district, pilot, unit_month
            ) as integer
        ) as member_id,
        *,
    from counted
)

select * from members
