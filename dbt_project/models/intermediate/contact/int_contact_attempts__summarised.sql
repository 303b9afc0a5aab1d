-- One row per signal with a contact attempt: what its attempts came to.
with

attempts as (
    select * from {{ ref('int_contact_attempts__current') }}
),

summary as (
    select
        signal_key,
        count(*) filter (is_visit)::integer as visit_attempts,
        min(attempted_date) filter (is_visit) as first_attempt_date,
        max(attempted_date) as last_contact_attempt_date,
        min(attempt_number) filter (is_opened) as opened_at_attempt,
        coalesce(bool_or(is_opened), false) as is_opened,
        coalesce(bool_or(is_visit and outcome is null), false)
            as has_unknown_visit,
        coalesce(bool_or(is_contact), false) as is_contact,
        coalesce(bool_or(outcome is null), false) as has_unknown_outcome,
        coalesce(
            bool_or(attempted_date is null and (is_visit or is_contact)),
            false
        ) as has_undated_contact,
        min(attempted_date) filter (is_visit or is_contact)
            as first_examination_date,
        arg_min(
            channel,
            (coalesce(attempted_date, date '9999-12-31'), attempt_number)
        ) filter (is_contact) as first_contact_channel,
    from attempts
    group by signal_key
)

select * from summary
