-- One row per family conference: asked for, held or not, with a plan or not.
with

conferences as (
    select * from {{ ref('fct_conferences') }}
),

final as (
    select
        conference_id,
        district,
        pilot,
        institution,
        conference_number,
        registered_date,
        coordinator_date,
        conference_date,
        is_held,
        plan_made,
        is_plan_only,
        no_conference_reason,
        participants,
        household_type,
        sex,
        questions,
        professionals,
        evaluated_date,
        delivery_id,
    from conferences
)

select * from final
