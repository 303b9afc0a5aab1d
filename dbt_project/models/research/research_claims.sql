-- One row per service claimed by an institution.
with

claims as (
    select * from {{ ref('fct_claims') }}
),

final as (
    select
        claim_id,
        claim_number,
        district,
        pilot,
        month,
        institution,
        product,
        signal_number,
        hours,
        rate,
        amount,
        payer,
        delivery_id,
    from claims
)

select * from final
