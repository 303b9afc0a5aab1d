-- One row per district and month: the count delivered last.
with

counts as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_evictions__standardised') }}
    where rejection is null
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

last_counts as (
    select counts.*
    from counts
    inner join deliveries on counts.delivery_id = deliveries.delivery_id
    qualify row_number() over (
        -- Districts that nobody mapped are not one and the same.
        partition by
            coalesce(counts.district, counts.register_name), counts.month
        order by deliveries.sequence desc, counts.row_number desc
    ) = 1
)

select * from last_counts
