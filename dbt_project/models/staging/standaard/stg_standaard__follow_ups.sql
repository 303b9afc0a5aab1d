-- One row per household followed up in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'follow_ups'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'home_at_ring': ['visit_ring', 'follow_ups__home_at_ring'],
        'note_reaction': ['note_reaction', 'follow_ups__note_reaction'],
        'opinion': ['opinion', 'follow_ups__opinion'],
        'situation': ['situation', 'follow_ups__situation'],
        'situation_quality': [
            'situation_detail', 'follow_ups__situation_detail'
        ],
    }) }}

),

typed_records as (

    select
        *,
        follow_ups__contract_key as contract_key,
        code_date as reference_date,
        read_amount(follow_ups__amount_now) as amount_now,

        ---------- yes or no
        read_yes_no(follow_ups__debt_now) as has_debt_now,
        read_yes_no(follow_ups__still_living) as still_living,
        read_yes_no(follow_ups__bailiff_since) as bailiff_since,
        read_yes_no(follow_ups__contact_before) as contact_before,
        read_yes_no(follow_ups__contact_during) as contact_during,
        read_yes_no(follow_ups__contact_after) as contact_after,
        read_yes_no(follow_ups__was_visited) as was_visited,
        read_yes_no(follow_ups__had_help_contact) as had_help_contact,
        read_yes_no(follow_ups__knew_institution) as knew_institution,
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
            unreadable(
                'reference_date', follow_ups__reference_date, reference_date
            ),
            unreadable('debt_now', follow_ups__debt_now, has_debt_now),
            unreadable('amount_now', follow_ups__amount_now, amount_now),
            unreadable('still_living', follow_ups__still_living, still_living),
            unreadable(
                'bailiff_since', follow_ups__bailiff_since, bailiff_since
            ),
            unreadable(
                'contact_before', follow_ups__contact_before, contact_before
            ),
            unreadable(
                'contact_during', follow_ups__contact_during, contact_during
            ),
            unreadable(
                'contact_after', follow_ups__contact_after, contact_after
            ),
            unreadable('was_visited', follow_ups__was_visited, was_visited),
            unreadable(
                'had_help_contact',
                follow_ups__had_help_contact,
                had_help_contact
            ),
            unreadable(
                'knew_institution',
                follow_ups__knew_institution,
                knew_institution
            ),
        ]) as unreadable_fields,
        present([
            unmapped('home_at_ring', home_at_ring),
            unmapped('note_reaction', note_reaction),
            unmapped('opinion', opinion),
            unmapped('situation', situation),
            unmapped('situation_detail', situation_quality),
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
        home_at_ring,
        note_reaction,
        opinion,
        situation,
        situation_quality as situation_detail,
        had_help_contact,
        knew_institution,
    from judged_records

)

select * from follow_ups
