-- One row per indicator and unit: households of a pilot whose case closed, and
-- whether they came back within a window that was wholly observed.
with

households as (
    select * from {{ ref('indicator_base_households') }}
),

recidivism as (
    select * from {{ ref('fct_recidivism') }}
),

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

returns as (
    select
        household_id,
        signal_date,
        bool_or(is_accepted or has_trajectory) as is_helped_again,
    from signals
    group by household_id, signal_date
),

units as (
    select
        households.*,
        -- Null unless the whole window was observed.
        recidivism.is_relapsed_signal_3,
        recidivism.is_relapsed_signal_6,
        recidivism.is_relapsed_signal_12,
        recidivism.is_relapsed_bailiff_6,
        recidivism.is_relapsed_bailiff_12,
        recidivism.next_signal_date,
        returns.is_helped_again,
    from households
    inner join recidivism
        on households.unit_id = recidivism.household_id
        and households.pilot = recidivism.pilot
    left join returns
        on recidivism.household_id = returns.household_id
        and recidivism.next_signal_date = returns.signal_date
),

recidivism_units as (
    {{ known_share_units(
        'recidivism_signal_3', counts='is_relapsed_signal_3'
    ) }}
    union all
    {{ known_share_units(
        'recidivism_signal_6', counts='is_relapsed_signal_6'
    ) }}
    union all
    {{ known_share_units(
        'recidivism_signal_12', counts='is_relapsed_signal_12'
    ) }}
    union all
    {{ known_share_units(
        'recidivism_bailiff_6', counts='is_relapsed_bailiff_6'
    ) }}
    union all
    {{ known_share_units(
        'recidivism_bailiff_12', counts='is_relapsed_bailiff_12'
    ) }}
    union all
    {{ share_units(
        'terug_bemiddeld_share', counts='is_helped_again',
        among='next_signal_date is not null',
    ) }}
)

select * from recidivism_units
