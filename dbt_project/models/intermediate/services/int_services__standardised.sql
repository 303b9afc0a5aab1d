-- One row per reported service of an institution.

with

records as (

    select
        *,
        'regas' as format,
    from {{ ref('stg_regas__services') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__services') }}

),

services as (

    select
        row_id(delivery_id, sheet, row_number) as record_id,
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
        dossier_number,
        client_key,
        contract_key,
        birth_date_key,
        signal_number,
        service,
        started_date,
        ended_date,
        hours,
        status,
        close_code,
        aftercare_3_months,
        aftercare_6_months,
        sex,
    from records

)

select * from services
