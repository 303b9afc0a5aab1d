-- One row per conference asked for in a delivery.

with

records as (

    select * from {{ source('eigen_kracht', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

located_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        read_date(records.datum_aanmelding) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'eigen_kracht', single={
        'institution': ['partner', 'instelling'],
        'no_conference_reason': [
            'no_conference_reason', 'reden_geen_conferentie'
        ],
        'household_type': ['household_type', 'huishouden'],
        'sex': ['sex', 'geslacht'],
    }, several={
        'questions': ['conference_question', 'vragen'],
        'professionals': ['professional', 'aanwezige_professionals'],
    }) }}

),

typed_records as (

    select
        *,
        read_number(nr) as conference_number,
        read_integer(aantal_deelnemers) as participants,
        read_yes_no(plan) as plan_made,

        ---------- dates
        code_date as registered_date,
        read_date(coordinator_toegewezen) as coordinator_date,
        read_date(datum_conferentie) as conference_date,
        read_date(evaluatiedatum) as evaluated_date,
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
            unreadable('registered_date', datum_aanmelding, registered_date),
            unreadable(
                'coordinator_date', coordinator_toegewezen, coordinator_date
            ),
            unreadable('conference_date', datum_conferentie, conference_date),
            unreadable('plan_made', plan, plan_made),
            unreadable('participants', aantal_deelnemers, participants),
            unreadable('evaluated_date', evaluatiedatum, evaluated_date),
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
