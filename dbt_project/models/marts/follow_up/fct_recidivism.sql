-- One row per household and pilot with a closed case: back within a window?
with

cases as (
    select * from {{ ref('int_recidivism__observed') }}
),

windows as (
    select
        *,
        coalesce(
            closed_date + interval 3 months <= observed_until_signal, false
        ) as has_full_window_signal_3,
        coalesce(
            closed_date + interval 6 months <= observed_until_signal, false
        ) as has_full_window_signal_6,
        coalesce(
            closed_date + interval 12 months <= observed_until_signal, false
        ) as has_full_window_signal_12,
        coalesce(
            closed_date + interval 6 months <= observed_until_bailiff, false
        ) as has_full_window_bailiff_6,
        coalesce(
            closed_date + interval 12 months <= observed_until_bailiff, false
        ) as has_full_window_bailiff_12,
        coalesce(next_signal_date, date '9999-12-31') as signal_again_date,
        coalesce(next_bailiff_date, date '9999-12-31') as bailiff_again_date,
    from cases
),

final as (
    select
        household_pilot_id as recidivism_id,
        household_id,
        pilot,
        coalesce(district, 'unknown') as district,
        signal_key as signal_id,
        closed_date,
        closed_basis,
        close_reason,
        observed_until_signal,
        next_signal_date,
        observed_until_bailiff,
        next_bailiff_date,
        has_full_window_signal_3,
        case
            when has_full_window_signal_3
                then signal_again_date <= closed_date + interval 3 months
        end as is_relapsed_signal_3,
        has_full_window_signal_6,
        case
            when has_full_window_signal_6
                then signal_again_date <= closed_date + interval 6 months
        end as is_relapsed_signal_6,
        has_full_window_signal_12,
        case
            when has_full_window_signal_12
                then signal_again_date <= closed_date + interval 12 months
        end as is_relapsed_signal_12,
        has_full_window_bailiff_6,
        case
            when has_full_window_bailiff_6
                then bailiff_again_date <= closed_date + interval 6 months
        end as is_relapsed_bailiff_6,
        has_full_window_bailiff_12,
        case
            when has_full_window_bailiff_12
                then bailiff_again_date <= closed_date + interval 12 months
        end as is_relapsed_bailiff_12,
    from windows
)

select * from final
