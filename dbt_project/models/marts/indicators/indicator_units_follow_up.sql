-- One row per indicator and unit: households followed up after a pilot.
with

households as (
    select * from {{ ref('indicator_base_households') }}
),

follow_ups as (
    select * from {{ ref('fct_follow_up') }}
),

outcomes as (
    select * from {{ ref('fct_bailiff_outcomes') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

last_follow_ups as (
    select * from follow_ups
    qualify row_number() over (
        partition by household_id, pilot order by reference_date desc
    ) = 1
),

followed_households as (
    select
        households.*,
        follow_ups.* exclude (household_id, district, pilot),
        case coalesce(outcomes.before, 'unknown')
            when 'once' then 'earlier'
            when 'more' then 'earlier'
            else coalesce(outcomes.before, 'unknown')
        end as bailiff_history,
    from households
    inner join last_follow_ups as follow_ups
        on households.unit_id = follow_ups.household_id
        and households.pilot = follow_ups.pilot
    left join outcomes
        on households.unit_id = outcomes.household_id
        and households.pilot = outcomes.pilot
),

units as (
    select
        *,
        case debt_again
            when 'yes' then 'debt'
            when 'no' then 'no-debt'
            else 'unknown'
        end as debt_answer,
        bailiff_history || '+' || debt_answer as bailiff_and_debt,
        case debt_again
            when 'yes' then true
            when 'no' then false
        end as has_debt_again,
        case
            when contact_during then 'during'
            when contact_during is null or contact_before is null
                then 'unknown'
            when contact_before then 'before-only'
            else 'none'
        end as contact_slice,
        contact_during and contact_before as has_contact_in_both,
        -- A reaction to the note says that nobody was at home.
        coalesce(
            home_at_ring,
            case when note_reaction is not null then 'not_home' end
        ) as ring_outcome,
        opinion is not null
            or situation is not null
            or had_help_contact is not null
            or knew_institution is not null as is_spoken_to,
    from followed_households
),

follow_up_units as (
    {{ count_units('households_followed') }}
    union all
    {{ share_units('arrears_again_share', counts='has_debt_again') }}
    union all
    {{ known_share_units(
        'arrears_again_known_share', counts='has_debt_again'
    ) }}
    union all
    {{ category_units('arrears_again', 'debt_answer', 'debt_answer') }}
    union all
    {{ category_units(
        'bailiff_before_arrears_again', 'bailiff_and_debt', 'bailiff_and_debt'
    ) }}
    union all
    -- The last two categories overlap with the slices before them.
    {{ category_units(
        'madi_contact_period', 'contact_slice', 'contact_period',
        numerator="coalesce(case codes.category
            when 'before' then contact_before
            when 'during-and-before' then has_contact_in_both
            else contact_slice = codes.category
        end, false)",
    ) }}
    union all
    {{ share_units('follow_up_rang', counts='was_visited') }}
    union all
    {{ category_units(
        'follow_up_at_home', 'ring_outcome', 'visit_ring', among='was_visited'
    ) }}
    union all
    {{ category_units(
        'follow_up_not_home_reaction', 'note_reaction', 'note_reaction',
        among="was_visited and ring_outcome = 'not_home'",
    ) }}
    union all
    {{ count_units('follow_up_spoken_to', counts='is_spoken_to') }}
    union all
    {{ category_units(
        'follow_up_opinion', 'opinion', 'opinion', among='is_spoken_to'
    ) }}
    union all
    {{ category_units(
        'follow_up_situation', 'situation', 'situation', among='is_spoken_to'
    ) }}
    union all
    {{ category_units(
        'follow_up_situation_detail', 'situation_detail', 'situation_detail',
        among="is_spoken_to and situation = 'same'",
    ) }}
    union all
    {{ share_units(
        'follow_up_contact_with_help', counts='had_help_contact',
        among='is_spoken_to',
    ) }}
    union all
    {{ share_units(
        'follow_up_knew_madi', counts='knew_institution',
        among='is_spoken_to and not contact_before',
    ) }}
)

select * from follow_up_units
