-- One row per indicator and unit: what came of the signals.
with

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

units as (
    select
        *,
        is_closed and result is not null as is_closed_with_result,
        case
            when is_paid_or_arranged then payment_kind
            when not is_paid_or_arranged then 'no'
        end as payment_outcome,
        case
            when referral_arrived then 'arrived'
            when not referral_arrived then 'not-arrived'
            else 'unknown'
        end as referral_outcome,
    from signals
),

result_units as (
    {{ share_units(
        'paid_or_arranged_share', counts='is_paid_or_arranged',
        among='is_attempted',
    ) }}
    union all
    {{ category_units(
        'payment_kind', 'payment_outcome', 'payment_kind',
        among='is_attempted',
    ) }}
    union all
    {{ share_units(
        'madi_contact_share', counts='has_madi_contact', among='is_attempted'
    ) }}
    union all
    {{ share_units(
        'accepted_share', counts='is_accepted', among='is_reached'
    ) }}
    union all
    {{ share_units('accepted_signals_share', counts='is_accepted') }}
    union all
    {{ share_units('trajectory_share', counts='has_trajectory') }}
    union all
    {{ share_units('closed_share', counts='is_closed') }}
    union all
    {{ category_units(
        'result_kind', 'result', 'result', among='is_closed'
    ) }}
    union all
    {{ category_units('letter_reply_kind', 'letter_reply', 'letter_reply') }}
    union all
    {{ count_units('referrals', among='referred_to is not null') }}
    union all
    {{ known_share_units(
        'referral_arrived_share', counts='referral_arrived',
        among='referred_to is not null',
    ) }}
    union all
    {{ category_units(
        'referral_outcome', 'referral_outcome', 'referral_outcome',
        among='referred_to is not null',
    ) }}
    union all
    {{ funnel_units('signals', counts='true', among='true') }}
    union all
    {{ funnel_units('taken-up', counts='is_taken_up', among='true') }}
    union all
    {{ funnel_units(
        'attempted', counts='is_attempted', among='is_taken_up'
    ) }}
    union all
    {{ funnel_units('reached', counts='is_reached', among='is_taken_up') }}
    union all
    {{ funnel_units(
        'accepted', counts='is_accepted', among='is_taken_up and is_reached'
    ) }}
    union all
    {{ funnel_units(
        'trajectory', counts='has_trajectory',
        among='is_taken_up and is_reached and is_accepted',
    ) }}
    union all
    {{ funnel_units(
        'closed', counts='is_closed_with_result',
        among='is_taken_up and is_reached and is_accepted and has_trajectory',
    ) }}
)

select * from result_units
