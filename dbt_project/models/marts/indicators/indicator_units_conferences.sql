-- One row per indicator and unit: conferences of households with their own
-- network.
with

conferences as (
    select * from {{ ref('fct_conferences') }}
),

pilots as (
    select pilot, programme, working_model from {{ ref('pilots') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

units as (
    select
        conference_id as unit_id,
        registered_date as unit_date,
        conferences.district,
        conferences.pilot,
        coalesce(pilots.programme, 'unknown') as programme,
        coalesce(pilots.working_model, 'unknown') as working_model,
        'unknown' as corporation,
        'unknown' as partner_type,
        sex,
        'unknown' as age_band,
        household_type,
        'first' as repeat,
        case
            when is_held then 'held'
            when is_plan_only then 'plan-only'
            else 'neither'
        end as outcome,
        is_held,
        coalesce(no_conference_reason, 'unknown') as no_conference_reason,
        case
            when household_type = 'single' then 'single'
            when household_type not in ('other', 'unknown', 'unmapped')
                then 'multi'
        end as household_size,
        participants,
        coalesce(professionals, []) as professionals,
    from conferences
    left join pilots on conferences.pilot = pilots.pilot
),

conference_units as (
    {{ count_units('conferences_started') }}
    union all
    {{ share_units('conference_held_share', counts='is_held') }}
    union all
    {{ category_units(
        'conference_outcome', 'outcome', 'conference_outcome'
    ) }}
    union all
    {{ category_units(
        'no_conference_reason', 'no_conference_reason', 'no_conference_reason',
        among='not is_held',
    ) }}
    union all
    {{ category_units(
        'conference_household', 'household_size', 'household_size',
        among='is_held',
    ) }}
    union all
    {{ category_units('conference_sex', 'sex', 'sex', among='is_held') }}
    union all
    {{ amount_units(
        'conference_participants_mean', 'participants', among='is_held'
    ) }}
    union all
    {{ amount_units(
        'conference_participants_min', 'participants', among='is_held'
    ) }}
    union all
    {{ amount_units(
        'conference_participants_max', 'participants', among='is_held'
    ) }}
    union all
    {{ category_units(
        'conference_professionals', 'professionals', 'professional',
        among='is_held',
        numerator='list_contains(professionals, codes.category)',
        unknown='false',
    ) }}
)

select * from conference_units
