-- One row per district and month: evictions in the city register.
with

evictions as (
    select * from {{ ref('fct_evictions_monthly') }}
),

final as (
    select
        eviction_month_id,
        district,
        month,
        announced,
        executed,
        not_executed,
        averted,
        delivery_id,
    from evictions
)

select * from final
