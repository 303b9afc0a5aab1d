-- One row per household followed up in a delivery.

with

records as (

    select * from {{ source('nameting', 'records') }}

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
        read_date(records.peildatum) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'nameting', single={
        'opinion': ['opinion', 'oordeel_bezoek'],
        'situation': ['situation', 'situatie'],
        'situation_quality': ['situation_detail', 'situatie_detail'],
        'opened_at_ring': ['visit_ring', 'thuis_bij_ring'],
        'note_reaction': ['note_reaction', 'reactie_na_briefje'],
    }) }}

),

typed_records as (

    select
        *,
        contractnummer as contract_key,
        code_date as reference_date,
        read_amount(bedrag_nu) as amount_now,

        ---------- yes or no
        read_yes_no(huurschuld_nu) as has_debt_now,
        read_yes_no(woont_er_nog) as still_living,
        read_yes_no(deurwaarder_sinds) as bailiff_since,
        read_yes_no(contact_madi_voor) as contact_before,
        read_yes_no(contact_madi_tijdens) as contact_during,
        read_yes_no(contact_madi_na) as contact_after,
        read_yes_no(aangebeld) as was_visited,
        read_yes_no(contact_met_hulp) as had_help_contact,
        read_yes_no(kende_madi) as knew_institution,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                coalesce(contract_key, row_id(delivery_id, sheet, row_number)),
                reference_date
            order by row_number desc
        )) as rejection,
        present([
            unreadable('reference_date', peildatum, reference_date),
            unreadable('amount_now', bedrag_nu, amount_now),
            unreadable('debt_now', huurschuld_nu, has_debt_now),
            unreadable('still_living', woont_er_nog, still_living),
            unreadable('bailiff_since', deurwaarder_sinds, bailiff_since),
            unreadable('contact_before', contact_madi_voor, contact_before),
            unreadable('contact_during', contact_madi_tijdens, contact_during),
            unreadable('contact_after', contact_madi_na, contact_after),
            unreadable('was_visited', aangebeld, was_visited),
            unreadable('had_help_contact', contact_met_hulp, had_help_contact),
            unreadable('knew_institution', kende_madi, knew_institution),
        ]) as unreadable_fields,
        present([
            unmapped('opinion', opinion),
            unmapped('situation', situation),
            unmapped('situation_detail', situation_quality),
            unmapped('home_at_ring', opened_at_ring),
            unmapped('note_reaction', note_reaction),
        ]) as unmapped_fields,
    from typed_records

),

follow_ups as (

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

        ---------- from the files
        contract_key,
        reference_date,
        case has_debt_now when true then 'yes' when false then 'no' end
            as debt_now,
        amount_now,
        still_living,
        bailiff_since,
        contact_before,
        contact_during,
        contact_after,

        ---------- from the visit
        was_visited,
        case
            when opened_at_ring is not null then opened_at_ring
            when was_visited and note_reaction = 'other' then 'other'
            when was_visited then 'not_home'
        end as home_at_ring,
        note_reaction,
        opinion,
        situation,
        situation_quality as situation_detail,
        had_help_contact,
        knew_institution,
    from judged_records

)

select * from follow_ups
