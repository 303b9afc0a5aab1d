-- One row per reported claim of a service.

with

records as (

    select
        *,
        'declaratie' as format,
    from {{ ref('stg_declaratie__claims') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__claims') }}

),

claims as (

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
        claim_number,
        month,
        institution,
        product,
        signal_number,
        hours,
        rate,
        amount,
        payer,
    from records

)

select * from claims
