-- One row per indicator and unit: signals for which a time limit holds.
with

units as (
    select * from {{ ref('indicator_base_signals') }}
),

time_limit_units as (
    {{ share_units(
        'feedback_on_time_share', counts='is_feedback_on_time',
        among='is_feedback_due',
    ) }}
    union all
    {{ share_units(
        'examined_on_time_share', counts='is_examined_on_time',
        among='is_examination_due',
    ) }}
    union all
    {{ known_share_units(
        'receipt_on_time_share', counts='is_receipt_on_time',
        among='(objection_possible or is_receipt_on_time is not null)',
    ) }}
    union all
    {{ known_share_units(
        'objection_period_kept_share', counts='is_objection_period_kept',
        among='objection_possible',
    ) }}
)

select * from time_limit_units
