-- One row per district and month in a delivery of the city register.

with

records as (

    select * from {{ source('boedelbeheer', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

located_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        read_month(records.maand, year(deliveries.period)) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'boedelbeheer', single={
        'register_district': ['district', 'stadsdeel'],
    }) }}

),

typed_records as (

    select
        *,
        code_date as month,
        read_integer(aangezegd) as announced,
        read_integer(uitgevoerd) as executed,
        read_integer(niet_uitgevoerd) as not_executed,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id, is_test, code_key(stadsdeel),
                coalesce(month::varchar, fold(maand))
            order by row_number desc
        )) as rejection,
        present([
            unreadable('month', maand, month),
            unreadable('announced', aangezegd, announced),
            unreadable('executed', uitgevoerd, executed),
            unreadable('not_executed', niet_uitgevoerd, not_executed),
        ]) as unreadable_fields,
        present([
            unmapped('district', register_district),
        ]) as unmapped_fields,
    from typed_records

),

counts as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        nullif(register_district, 'unmapped') as district,
        pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_codes,

        ---------- the counts
        code_key(stadsdeel) as register_name,
        maand as source_month,
        month,
        announced,
        executed,
        not_executed,
    from judged_records

)

select * from counts
