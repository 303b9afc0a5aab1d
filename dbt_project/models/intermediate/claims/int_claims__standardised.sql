-- One row per reported claim of a service.

with

records as (

    select * from {{ ref('stg_declaratie__claims') }}

),

claims as (

    select
        row_id(delivery_id, sheet, row_number) as record_id,
        delivery_id,
        sheet,
        row_number,
        'declaratie' as format,
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
