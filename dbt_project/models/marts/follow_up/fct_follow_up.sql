-- One row per follow-up of a household after its signal.
with

follow_ups as (
    select * from {{ ref('int_follow_ups__linked') }}
),

final as (
    select
        record_id as follow_up_id,
        household_id,
        signal_key as signal_id,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        reference_date,
        coalesce(debt_now, 'unknown') as debt_again,
        amount_now::decimal(18, 2) as amount_now,
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
        delivery_id,
        sheet,
        row_number,
    from follow_ups
)

select * from final
