-- One row per claimed service in a delivery.

with

records as (

    select * from {{ source('declaratie', 'records') }}

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

    {{ map_codes('located_records', 'declaratie', single={
        'institution': ['partner', 'instelling'],
        'product_code': ['service', 'product'],
        'payer': ['payer', 'betaler'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        read_number(declaratienr) as claim_number,
        case
            when fold(meldnummer) not in ('anoniem', 'anonym', 'anonymous')
                then read_number(meldnummer)
        end as signal_number,

        ---------- amounts and numbers
        read_decimal(uren) as hours,
        read_amount(tarief) as rate,
        read_amount(bedrag) as amount,

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
            unreadable('month', maand, month),
            unreadable('hours', uren, hours),
            unreadable('rate', tarief, rate),
            unreadable('amount', bedrag, amount),
        ]) as unreadable_fields,
        present([
            unmapped('institution', institution),
            unmapped('product', product_code),
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
        product_code as product,
        signal_number,
        hours,
        rate,
        amount,
        payer,
    from judged_records

)

select * from claims
