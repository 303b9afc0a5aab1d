-- One row per indicator and unit: households of a pilot and the bailiff, and
-- what became of evictions announced to them.
with

households as (
    select * from {{ ref('indicator_base_households') }}
),

outcomes as (
    select * from {{ ref('fct_bailiff_outcomes') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

units as (
    select
        households.*,
        outcomes.before as bailiff_before,
        outcomes.is_during,
        outcomes.is_after,
        outcomes.is_none,
        outcomes.furthest_step,
        outcomes.steps_taken,
        outcomes.is_eviction_announced,
        outcomes.is_eviction_executed,
        outcomes.is_eviction_announced
            and not outcomes.is_eviction_executed as is_eviction_averted,
    from households
    inner join outcomes
        on households.unit_id = outcomes.household_id
        and households.pilot = outcomes.pilot
),

transitions as (
    select
        *,
        unnest(list_transform(
            list_zip(
                ['start'] || steps_taken,
                steps_taken || case
                    when steps_taken[-1] in (
                        'evicted', 'arrangement', 'eviction_averted',
                        'withdrawn'
                    )
                        then []
                    else ['end']
                end,
                true
            ),
            lambda step: concat_ws('>', step[1], step[2])
        )) as transition,
    from units
    where len(steps_taken) > 0
),

bailiff_units as (
    {{ category_units('bailiff_before', 'bailiff_before', 'bailiff_before') }}
    union all
    {{ told_share_units('bailiff_during_share', counts='is_during') }}
    union all
    {{ told_share_units('bailiff_after_share', counts='is_after') }}
    union all
    {{ told_share_units('bailiff_none_share', counts='is_none') }}
    union all
    {{ category_units(
        'bailiff_stage', 'furthest_step', 'bailiff_step',
        among='(is_during or is_after)',
    ) }}
    union all
    {{ indicator_units(
        'bailiff_flow', numerator='1', units='transitions',
        category='transition',
    ) }}
    union all
    {{ told_count_units(
        'target_evictions_announced', counts='is_eviction_announced'
    ) }}
    union all
    {{ told_count_units(
        'target_evictions_executed', counts='is_eviction_executed'
    ) }}
    union all
    {{ told_count_units(
        'target_evictions_averted', counts='is_eviction_averted'
    ) }}
)

select * from bailiff_units
