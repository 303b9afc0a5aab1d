-- One row per reported Eigen Kracht conference.

with

records as (

    select
        *,
        'eigen_kracht' as format,
    from {{ ref('stg_eigen_kracht__conferences') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__conferences') }}

),

conferences as (

    select
        row_id(delivery_id, sheet, row_number) as record_id,
        delivery_id,
        sheet,
        row_number,
        format,
        district,
        pilot,
        rejection,
        unreadable_fields,
        unmapped_fields,
        delivered_columns,
        conference_number,
        institution,
        registered_date,
        coordinator_date,
        conference_date,
        plan_made,
        no_conference_reason,
        participants::integer as participants,
        household_type,
        sex,
        questions,
        professionals,
        evaluated_date,
    from records

)

select * from conferences
