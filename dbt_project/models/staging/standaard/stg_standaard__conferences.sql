-- One row per registration for a conference in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'conferences'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'institution': ['partner', 'conferences__institution'],
        'no_conference_reason': [
            'no_conference_reason', 'conferences__no_conference_reason'
        ],
        'household_type': ['household_type', 'conferences__household_type'],
        'sex': ['sex', 'conferences__sex'],
    }, several={
        'questions': ['conference_question', 'conferences__questions'],
        'professionals': ['professional', 'conferences__professionals'],
    }) }}

),

typed_records as (

    select
        *,
        read_number(conferences__conference_number) as conference_number,
        read_integer(conferences__participants) as participants,
        read_yes_no(conferences__plan_made) as plan_made,

        ---------- dates
        code_date as registered_date,
        read_date(conferences__coordinator_date) as coordinator_date,
        read_date(conferences__conference_date) as conference_date,
        read_date(conferences__evaluated_date) as evaluated_date,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                coalesce(
                    conference_number, row_id(delivery_id, sheet, row_number)
                ),
                institution
            order by row_number desc
        )) as rejection,
        present([
            unreadable(
                'registered_date', conferences__registered_date, registered_date
            ),
            unreadable(
                'coordinator_date',
                conferences__coordinator_date,
                coordinator_date
            ),
            unreadable(
                'conference_date', conferences__conference_date, conference_date
            ),
            unreadable('plan_made', conferences__plan_made, plan_made),
            unreadable('participants', conferences__participants, participants),
            unreadable(
                'evaluated_date', conferences__evaluated_date, evaluated_date
            ),
        ]) as unreadable_fields,
        present([
            unmapped('institution', institution),
            unmapped('no_conference_reason', no_conference_reason),
            unmapped('household_type', household_type),
            unmapped('sex', sex),
            unmapped_in('questions', questions),
            unmapped_in('professionals', professionals),
        ]) as unmapped_fields,
    from typed_records

),

conferences as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        district,
        pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_codes,

        ---------- the conference
        conference_number,
        institution,
        registered_date,
        coordinator_date,
        conference_date,
        plan_made,
        no_conference_reason,
        participants,
        household_type,
        sex,
        questions,
        professionals,
        evaluated_date,
    from judged_records

)

select * from conferences
