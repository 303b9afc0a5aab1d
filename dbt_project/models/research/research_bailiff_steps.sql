-- One row per bailiff step, from a bailiff list or a registration.
with

bailiff_steps as (
    select * from {{ ref('fct_bailiff_steps') }}
),

final as (
    select
        bailiff_step_id,
        household_id,
        corporation,
        dossier_number,
        step,
        step_order,
        step_date,
        amount,
        costs,
        source,
        signal_id,
        district,
        pilot,
        delivery_id,
    from bailiff_steps
)

select * from final
