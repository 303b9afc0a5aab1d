-- One row per household and pilot with a closed case: back within a window?
with

recidivism as (
    select * from {{ ref('fct_recidivism') }}
),

final as (
    select
        recidivism_id,
        household_id,
        pilot,
        district,
        signal_id,
        closed_date,
        closed_basis,
        close_reason,
        observed_until_signal,
        next_signal_date,
        observed_until_bailiff,
        next_bailiff_date,
        has_full_window_signal_3,
        is_relapsed_signal_3,
        has_full_window_signal_6,
        is_relapsed_signal_6,
        has_full_window_signal_12,
        is_relapsed_signal_12,
        has_full_window_bailiff_6,
        is_relapsed_bailiff_6,
        has_full_window_bailiff_12,
        is_relapsed_bailiff_12,
    from recidivism
)

select * from final
