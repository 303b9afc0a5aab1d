-- One row per follow-up of a household after its signal.
with

follow_ups as (
    select * from {{ ref('fct_follow_up') }}
),

final as (
    select
        follow_up_id,
        household_id,
        signal_id,
        district,
        pilot,
        reference_date,
        debt_again,
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
        delivery_id,
    from follow_ups
)

select * from final
