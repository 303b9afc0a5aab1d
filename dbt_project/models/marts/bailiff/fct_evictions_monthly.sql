-- One row per district and month: evictions in the city register.
with

counts as (
    select * from {{ ref('int_evictions__current') }}
),

-- A count below zero is a slip of the register: found by a check, never summed.
plausible_counts as (
    select
        * exclude (announced, executed, not_executed),
        case when announced >= 0 then announced end as announced,
        case when executed >= 0 then executed end as executed,
        case when not_executed >= 0 then not_executed end as not_executed,
    from counts
    where month is not null
),

final as (
    select
        coalesce(district, 'unknown/' || register_name, 'unknown')
            || '/' || strftime(month, '%Y-%m') as eviction_month_id,
        coalesce(district, 'unknown') as district,
        month,
        announced::integer as announced,
        executed::integer as executed,
        not_executed::integer as not_executed,
        (announced - executed)::integer as averted,
        delivery_id,
        sheet,
        row_number,
    from plausible_counts
)

select * from final
