-- One row per service in a delivery of the institution's registration system.

with

records as (

    select * from {{ source('regas', 'records') }}

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
        read_date(records.start) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'regas', single={
        'sex': ['sex', 'gesl'],
        'service': ['service', 'dienst'],
        'service_status': ['service_status', 'status'],
        'close_code': ['close_code', 'afsluitcode'],
    }) }}

),

typed_records as (

    select
        *,
        ---------- ids
        read_number(dossiernr) as dossier_number,
        read_number(meldnr) as signal_number,
        clientnr as client_key,
        contractnr as contract_key,
        gebdat as birth_date_key,

        ---------- numbers
        read_decimal(uren) as hours,

        ---------- yes or no
        read_yes_no(nazorg3) as aftercare_3_months,
        read_yes_no(nazorg6) as aftercare_6_months,

        ---------- dates
        code_date as started_date,
        read_date(eind) as ended_date,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                coalesce(
                    dossier_number, row_id(delivery_id, sheet, row_number)
                ),
                coalesce(service, ''),
                started_date
            order by row_number desc
        )) as rejection,
        present([
            unreadable('started_date', start, started_date),
            unreadable('ended_date', eind, ended_date),
            unreadable('hours', uren, hours),
            unreadable('aftercare_3_months', nazorg3, aftercare_3_months),
            unreadable('aftercare_6_months', nazorg6, aftercare_6_months),
        ]) as unreadable_fields,
        present([
            unmapped('sex', sex),
            unmapped('service', service),
            unmapped('status', service_status),
            unmapped('close_code', close_code),
        ]) as unmapped_fields,
    from typed_records

),

services as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        district,
        pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_codes,

        ---------- ids
        dossier_number,
        signal_number,
        client_key,
        contract_key,
        birth_date_key,

        ---------- the service
        sex,
        service,
        started_date,
        ended_date,
        hours,
        service_status as status,
        close_code,
        aftercare_3_months,
        aftercare_6_months,
    from judged_records

)

select * from services
