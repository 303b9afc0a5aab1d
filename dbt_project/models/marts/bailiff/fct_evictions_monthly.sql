-- One row per district and month: evictions in the city register.
with

counts as (
    select * from {{ ref('int_evictions__current') }}
),

final as (
    select
        coalesce(district, 'unknown') || '/' || strftime(month, '%Y-%m')
            as eviction_month_id,
        coalesce(district, 'unknown') as district,
        month,
        announced::integer as announced,
        executed::integer as executed,
        not_executed::integer as not_executed,
        (announced - executed)::integer as averted,
        delivery_id,
        sheet,
        row_number,
    from counts
    where month is not null
)

select * from final
