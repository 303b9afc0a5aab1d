-- One row per reported district and month of evictions.

with

records as (

    select
        *,
        'boedelbeheer' as format,
    from {{ ref('stg_boedelbeheer__counts') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__evictions') }}

),

counts as (

    select
        row_id(delivery_id, sheet, row_number)
            || '/' || coalesce(month::varchar, source_month, '') as record_id,
        delivery_id,
        sheet,
        row_number,
        format,
        district,
        pilot,
        rejection,
        unreadable_fields,
        unmapped_fields,
        delivered_columns,
        register_name,
        month,
        announced::integer as announced,
        executed::integer as executed,
        not_executed::integer as not_executed,
    from records

)

select * from counts
