-- One row per service in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'services'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'sex': ['sex', 'services__sex'],
        'service': ['service', 'services__service'],
        'service_status': ['service_status', 'services__status'],
        'close_code': ['close_code', 'services__close_code'],
    }) }}

),

typed_records as (

    select
        *,
        ---------- ids
        read_number(services__dossier_number) as dossier_number,
        read_number(services__signal_number) as signal_number,
        services__client_key as client_key,
        services__contract_key as contract_key,
        services__birth_date_key as birth_date_key,

        ---------- numbers
        read_decimal(services__hours) as hours,

        ---------- yes or no
        read_yes_no(services__aftercare_3_months) as aftercare_3_months,
        read_yes_no(services__aftercare_6_months) as aftercare_6_months,

        ---------- dates
        code_date as started_date,
        read_date(services__ended_date) as ended_date,
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
            unreadable('started_date', services__started_date, started_date),
            unreadable('ended_date', services__ended_date, ended_date),
            unreadable('hours', services__hours, hours),
            unreadable(
                'aftercare_3_months',
                services__aftercare_3_months,
                aftercare_3_months
            ),
            unreadable(
                'aftercare_6_months',
                services__aftercare_6_months,
                aftercare_6_months
            ),
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
