-- One row per indicator and unit: signals taken up, visited and reached.
with

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

units as (
    select
        *,
        case
            when is_opened then 'opened'
            when not is_opened then 'not-at-home'
        end as visit_outcome,
        case
            when opened_at_attempt >= 3 then '3'
            when opened_at_attempt >= 1 then cast(opened_at_attempt as varchar)
            when not is_opened then 'not-at-home'
        end as opening_attempt,
        case
            when not is_reached then 'none'
            else reached_channel
        end as reach_channel,
        case
            when visit_attempts >= 3 then '3-plus'
            else cast(visit_attempts as varchar)
        end as attempts,
        case
            when days_to_first_attempt < 0 then null
            when days_to_first_attempt = 0 then 'same-day'
            when days_to_first_attempt <= 3 then '1-3'
            when days_to_first_attempt <= 7 then '4-7'
            when days_to_first_attempt <= 14 then '8-14'
            when days_to_first_attempt <= 28 then '15-28'
            when days_to_first_attempt >= 29 then '29-plus'
        end as days_class,
    from signals
),

reach_units as (
    {{ share_units('taken_up_share', counts='is_taken_up') }}
    union all
    {{ category_units(
        'not_taken_up_reason', 'not_taken_up_reason', 'not_taken_up_reason',
        among='not is_taken_up',
    ) }}
    union all
    {{ share_units('attempted_share', counts='is_attempted') }}
    union all
    {{ share_units('second_attempt_share', counts='has_second_attempt') }}
    union all
    {{ category_units(
        'not_attempted_reason', 'no_visit_reason', 'no_visit_reason',
        among='not is_attempted',
    ) }}
    union all
    {{ share_units(
        'at_home_share', counts='is_opened', among='is_attempted'
    ) }}
    union all
    {{ category_units(
        'visit_outcome', 'visit_outcome', 'visit_outcome',
        among='is_attempted',
    ) }}
    union all
    {{ category_units(
        'opened_at_attempt', 'opening_attempt', 'opening_attempt',
        among='is_attempted',
    ) }}
    union all
    {{ share_units('reached_share', counts='is_reached', among='is_taken_up') }}
    union all
    {{ share_units('reached_signals_share', counts='is_reached') }}
    union all
    {{ share_units('not_reached_share', counts='not is_reached') }}
    union all
    {{ category_units(
        'reached_by_channel', 'reach_channel', 'channel',
        among='is_taken_up',
    ) }}
    union all
    {{ group_share_units(
        'reached_by_attempts', 'attempts', counts='is_reached',
        among='is_taken_up and attempts is not null',
    ) }}
    union all
    {{ known_share_units(
        'new_to_help_share', counts='not is_known', among='is_reached'
    ) }}
    union all
    {{ amount_units(
        'days_to_first_attempt', 'days_to_first_attempt', among='is_attempted'
    ) }}
    union all
    {{ amount_units(
        'days_to_first_attempt_p90', 'days_to_first_attempt',
        among='is_attempted',
    ) }}
    union all
    {{ category_units(
        'days_to_first_attempt_class', 'days_class', 'days_class',
        among='is_attempted',
    ) }}
)

select * from reach_units
