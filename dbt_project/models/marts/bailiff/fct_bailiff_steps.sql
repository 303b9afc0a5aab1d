-- One row per bailiff step, from a bailiff list or a registration.
with

steps as (
    select * from {{ ref('int_bailiff_steps__identified') }}
),

final as (
    select
        record_id as bailiff_step_id,
        household_id,
        coalesce(corporation, 'unknown') as corporation,
        dossier_number,
        coalesce(step, 'unknown') as step,
        step_order::integer as step_order,
        step_date,
        amount::decimal(18, 2) as amount,
        costs::decimal(18, 2) as costs,
        source,
        signal_key as signal_id,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        delivery_id,
        sheet,
        row_number,
    from steps
)

select * from final
