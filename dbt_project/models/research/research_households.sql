-- One row per household, with what was last known about it.
with

households as (
    select * from {{ ref('dim_household') }}
),

final as (
    select
        household_id,
        identified_by,
        signals,
        first_signal_date,
        last_signal_date,
        district,
        corporation,
        sex,
        birth_year,
        household_type,
        postcode4,
        pilots,
    from households
)

select * from final
