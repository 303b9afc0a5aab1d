-- One row per record of a filled workbook, of any entity, with its place.

with

records as (

    select * from {{ source('standaard', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

delivered_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot as delivery_pilot,
        deliveries.delivered_columns,
        read_number(coalesce(
            records.signals__source_number,
            records.contact_attempts__signal_key
        )) as source_number,
        coalesce(records.signals__district, records.evictions__district)
            as district_text,
        -- The day that a record is about, whatever its entity.
        coalesce(
            read_date(coalesce(
                records.signals__signal_date,
                records.contact_attempts__attempted_date,
                records.bailiff_steps__step_date,
                records.services__started_date,
                records.follow_ups__reference_date,
                records.conferences__registered_date
            )),
            read_month(
                coalesce(records.evictions__month, records.claims__month),
                year(deliveries.period)
            )
        ) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

placed_records as (

    {{ map_codes('delivered_records', 'standaard', single={
        'record_district': ['district', 'district_text', 'district'],
        'record_pilot': ['pilot', 'signals__pilot'],
    }, unmapped='unmapped_places') }}

),

-- An attempt lies where its signal lies.
located_records as (

    select
        * exclude (district, delivery_pilot),
        coalesce(
            nullif(record_district, 'unmapped'),
            case
                when source_number is not null
                    then min(nullif(record_district, 'unmapped')) over (
                        partition by delivery_id, source_number
                    )
            end,
            case when is_missing(district_text) then district end
        ) as district,
        coalesce(
            nullif(record_pilot, 'unmapped'),
            case
                when source_number is not null
                    then min(nullif(record_pilot, 'unmapped')) over (
                        partition by delivery_id, source_number
                    )
            end,
            case when is_missing(signals__pilot) then delivery_pilot end
        ) as pilot,
    from placed_records

),

keyed_records as (

    select
        *,
        signal_key(
            'standaard', district, source_number,
            row_id(delivery_id, sheet, row_number)
        ) as signal_key,
    from located_records

)

select * from keyed_records
