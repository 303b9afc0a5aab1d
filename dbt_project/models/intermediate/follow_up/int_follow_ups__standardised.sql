-- One row per reported follow-up of a household.

with

records as (

    select
        *,
        'nameting' as format,
    from {{ ref('stg_nameting__follow_ups') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__follow_ups') }}

),

follow_ups as (

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
        contract_key,
        reference_date,
        debt_now,
        amount_now,
        still_living,
        bailiff_since,
        contact_before,
        contact_during,
        contact_after,
        opinion,
        situation,
        situation_detail,
        was_visited,
        home_at_ring,
        note_reaction,
        had_help_contact,
        knew_institution,
    from records

)

select * from follow_ups
