-- One row per contact attempt: a visit, call, letter, message or appointment.
with

contact_attempts as (
    select * from {{ ref('fct_contact_attempts') }}
),

final as (
    select
        attempt_id,
        signal_id,
        household_id,
        district,
        pilot,
        channel,
        is_visit,
        attempt_number,
        attempted_date,
        daypart,
        announced,
        visitors,
        outcome,
        is_opened,
        is_contact,
        delivery_id,
    from contact_attempts
)

select * from final
