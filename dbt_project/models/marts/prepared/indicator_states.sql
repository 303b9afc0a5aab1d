-- One row per state of the filters of which something was counted; null means
-- all districts, all pilots or all of time.
with

member_states as (
    select * from {{ ref('indicator_member_states') }}
),

states as (
    select distinct
        state_id,
        dimension,
        code,
        district,
        pilot,
        period_type,
        period_start,
    from member_states
)

select * from states
