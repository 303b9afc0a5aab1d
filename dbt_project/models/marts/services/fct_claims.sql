-- One row per service claimed by an institution.
with

claims as (
    select * from {{ ref('int_claims__current') }}
),

final as (
    select
        record_id as claim_id,
        claim_number,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        month,
        institution,
        coalesce(product, 'unknown') as product,
        signal_number,
        hours::decimal(18, 2) as hours,
        rate::decimal(18, 2) as rate,
        amount::decimal(18, 2) as amount,
        coalesce(payer, 'unknown') as payer,
        delivery_id,
        sheet,
        row_number,
    from claims
)

select * from final
