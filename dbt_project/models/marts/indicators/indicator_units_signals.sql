-- One row per indicator and unit: the signals, who they are about and how
-- large the arrears are.
with

units as (
    select
        *,
        case
            when arrears_amount < 500 then 'under-500'
            when arrears_amount < 1000 then '500-999'
            when arrears_amount < 2000 then '1000-1999'
            when arrears_amount < 5000 then '2000-4999'
            when arrears_amount >= 5000 then '5000-plus'
        end as arrears_class,
    from {{ ref('indicator_base_signals') }}
),

households as (
    select * from {{ ref('indicator_base_households') }}
),

districts as (
    select district as area, dwellings from {{ ref('districts') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

signal_units as (
    {{ count_units('signals') }}
    union all
    {{ indicator_units('households', numerator='1', units='households') }}
    union all
    {{ count_units('signals_per_month') }}
    union all
    {{ indicator_units(
        'signals_per_1000',
        numerator='coalesce(dwellings, 0) > 0',
        unknown='coalesce(dwellings, 0) = 0',
        units='units left join districts on units.district = districts.area',
    ) }}
    union all
    {{ amount_units('arrears_mean', 'arrears_amount') }}
    union all
    {{ amount_units('arrears_median', 'arrears_amount') }}
    union all
    {{ amount_units(
        'arrears_mean_attempted', 'arrears_amount', among='is_attempted'
    ) }}
    union all
    {{ share_units('repeat_share', counts='is_repeat') }}
    union all
    {{ category_units('signals_by_sex', 'sex', 'sex') }}
    union all
    {{ known_share_units('known_before_share', counts='is_known') }}
    union all
    {{ category_units('known_before_kind', 'known_before', 'known_before') }}
    union all
    {{ category_units(
        'known_before_kind_attempted', 'known_before', 'known_before',
        among='is_attempted',
    ) }}
    union all
    {{ share_units(
        'objected_share', counts='objected', among='objection_possible'
    ) }}
    union all
    {{ category_units('signals_by_partner', 'partner_type', 'partner_type') }}
    union all
    {{ category_units('signals_by_age', 'age_band', 'age_band') }}
    union all
    {{ category_units(
        'signals_by_household', 'household_type', 'household_type'
    ) }}
    union all
    {{ category_units('arrears_class', 'arrears_class', 'arrears_class') }}
)

select * from signal_units
