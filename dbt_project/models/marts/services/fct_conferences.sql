-- One row per family conference: asked for, held or not, with a plan or not.
with

conferences as (
    select * from {{ ref('int_conferences__current') }}
),

final as (
    select
        record_id as conference_id,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        institution,
        conference_number,
        registered_date,
        coordinator_date,
        conference_date,
        conference_date is not null as is_held,
        plan_made,
        conference_date is null and coalesce(plan_made, false)
            as is_plan_only,
        no_conference_reason,
        participants::integer as participants,
        coalesce(household_type, 'unknown') as household_type,
        coalesce(sex, 'unknown') as sex,
        questions,
        professionals,
        evaluated_date,
        delivery_id,
        sheet,
        row_number,
    from conferences
)

select * from final
