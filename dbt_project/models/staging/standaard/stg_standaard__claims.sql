-- One row per claimed service in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'claims'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'institution': ['partner', 'claims__institution'],
        'product': ['service', 'claims__product'],
        'payer': ['payer', 'claims__payer'],
    }) }}

),

typed_records as (

    select
        *,
        ---------- ids
        read_number(claims__claim_number) as claim_number,
        case
            when fold(claims__signal_number) not in ('anoniem', 'anonymous')
                then read_number(claims__signal_number)
        end as signal_number,

        ---------- amounts and numbers
        read_decimal(claims__hours) as hours,
        read_amount(claims__rate) as rate,
        read_amount(claims__amount) as amount,

        ---------- dates
        code_date as month,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                coalesce(claim_number, row_id(delivery_id, sheet, row_number)),
                institution
            order by row_number desc
        )) as rejection,
        present([
            unreadable('month', claims__month, month),
            unreadable('hours', claims__hours, hours),
            unreadable('rate', claims__rate, rate),
            unreadable('amount', claims__amount, amount),
        ]) as unreadable_fields,
        present([
            unmapped('institution', institution),
            unmapped('product', product),
            unmapped('payer', payer),
        ]) as unmapped_fields,
    from typed_records

),

claims as (

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

        ---------- the claim
        claim_number,
        month,
        institution,
        product,
        signal_number,
        hours,
        rate,
        amount,
        payer,
    from judged_records

)

select * from claims
