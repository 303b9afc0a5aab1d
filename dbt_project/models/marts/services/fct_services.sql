-- One row per service that an institution gave a household.
with

services as (
    select * from {{ ref('int_services__linked') }}
),

judged_services as (
    select
        *,
        ended_date is not null or coalesce(status = 'closed', false)
            as is_ended,
    from services
),

final as (
    select
        record_id as service_id,
        household_id,
        signal_key as signal_id,
        linked_by,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        dossier_number,
        coalesce(service, 'unknown') as service,
        is_trajectory,
        started_date,
        ended_date,
        hours::decimal(18, 2) as hours,
        coalesce(status, 'unknown') as status,
        is_ended,
        coalesce(close_code, 'unknown') as close_code,
        -- A running service did not end so; of an ended one the code must tell.
        case
            when not is_ended then false
            when close_code <> 'unmapped' then close_code = 'no_show'
        end as is_no_show,
        aftercare_3_months,
        aftercare_6_months,
        coalesce(sex, 'unknown') as sex,
        delivery_id,
        sheet,
        row_number,
    from judged_services
)

select * from final
