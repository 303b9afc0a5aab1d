-- One row per service that an institution gave a household.
with

services as (
    select * from {{ ref('fct_services') }}
),

final as (
    select
        service_id,
        household_id,
        signal_id,
        linked_by,
        district,
        pilot,
        dossier_number,
        service,
        is_trajectory,
        started_date,
        ended_date,
        hours,
        status,
        is_ended,
        close_code,
        is_no_show,
        aftercare_3_months,
        aftercare_6_months,
        sex,
        delivery_id,
    from services
)

select * from final
