-- One row per indicator and visit attempt: at which visits the door opened.
with

attempts as (
    select * from {{ ref('fct_contact_attempts') }}
    where is_visit
),

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

units as (
    select
        signals.* exclude (unit_id, is_opened),
        attempts.attempt_id as unit_id,
        attempts.is_opened,
        case
            when attempts.attempt_number >= 3 then '3-plus'
            else cast(attempts.attempt_number as varchar)
        end as visit_number,
        attempts.daypart,
        case
            when attempts.announced then 'announced'
            when not attempts.announced then 'unannounced'
            else 'unknown'
        end as announcement,
        case
            when attempts.visitors = 'unmapped' then 'unknown'
            else attempts.visitors
        end as visit_visitors,
    from attempts
    inner join signals on attempts.signal_id = signals.signal_id
),

visit_units as (
    {{ group_share_units(
        'visit_opened_by_number', 'visit_number', counts='is_opened',
        among='visit_number is not null',
    ) }}
    union all
    {{ group_share_units(
        'visit_opened_by_daypart', 'daypart', counts='is_opened'
    ) }}
    union all
    {{ group_share_units(
        'visit_opened_by_announcement', 'announcement', counts='is_opened'
    ) }}
    union all
    {{ group_share_units(
        'visit_opened_by_visitors', 'visit_visitors', counts='is_opened'
    ) }}
)

select * from visit_units
