-- One row per signal: whether and how the household was reached, and what
-- came of it. True needs evidence; without any, unknown is kept from no.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

attempts as (
    select * from {{ ref('int_contact_attempts__summarised') }}
),

services as (
    select * from {{ ref('int_services__linked') }}
),

results as (
    select * from {{ ref('result_codes') }}
),

formats as (
    select * from {{ ref('format_rules') }}
),

trajectories as (
    select distinct signal_key
    from services
    where is_trajectory and signal_key is not null
),

evidence as (
    select
        signals.signal_key,
        signals.result,
        signals.madi_contact,
        signals.office_visit_date,
        signals.letter_reply,
        signals.paid_or_arranged,
        results.payment_kind as result_payment_kind,
        coalesce(formats.empty_means_no, false) as empty_means_no,
        attempts.first_contact_channel,
        coalesce(attempts.visit_attempts, 0) as visit_attempts,
        coalesce(attempts.is_opened, false) as has_opened,
        coalesce(attempts.has_unknown_visit, false) as has_unknown_visit,
        coalesce(attempts.has_unknown_outcome, false)
            as has_unknown_outcome,
        coalesce(results.implies_accepted, false) as has_accepting_result,
        results.implies_contact as result_implies_contact,
        coalesce(results.implies_trajectory, false)
            or len(list_filter(
                coalesce(signals.trajectories, []),
                lambda code: code <> 'unmapped'
            )) > 0
            or trajectories.signal_key is not null as has_trajectory,
        list_contains(coalesce(signals.trajectories, []), 'unmapped')
            as has_unmapped_trajectory,
        coalesce(attempts.is_contact, false)
            or signals.office_visit_date is not null
            or coalesce(
                signals.letter_reply in ('no_need', 'appointment'), false
            )
            or coalesce(signals.paid_or_arranged = 'arranged', false)
            or coalesce(signals.madi_contact, false) as has_contact,
    from signals
    left join attempts on signals.signal_key = attempts.signal_key
    left join results on signals.result = results.result
    left join formats on signals.format = formats.format
    left join trajectories on signals.signal_key = trajectories.signal_key
),

contacts as (
    select
        *,
        has_accepting_result or has_trajectory as has_accepted,
        case
            when has_opened then true
            when has_unknown_visit then null
            else false
        end as is_opened,
        case
            when
                has_contact
                or result_implies_contact
                or has_accepting_result
                or has_trajectory
                then true
            when has_unknown_outcome and result_implies_contact is null
                then null
            -- Something stands there that nobody can read as yes or no.
            when
                has_unmapped_trajectory
                or (empty_means_no and madi_contact is null)
                then null
            else false
        end as is_reached,
    from evidence
),

outcomes as (
    select
        signal_key,
        is_opened,
        is_reached,
        case
            when first_contact_channel is not null
                then first_contact_channel
            when not coalesce(is_reached, false) then null
            when office_visit_date is not null then 'office'
            when letter_reply in ('no_need', 'appointment') then 'letter'
            else 'unknown'
        end as reached_channel,
        case
            when madi_contact or has_accepting_result then true
            else madi_contact
        end as has_madi_contact,
        case
            when has_accepted then true
            when has_unmapped_trajectory then null
            when not is_reached then false
            when result is not null or empty_means_no then false
        end as is_accepted,
        case
            when has_trajectory then true
            when has_unmapped_trajectory then null
            when not is_reached then false
            when result is not null or empty_means_no then false
        end as has_trajectory,
        coalesce(
            result_payment_kind,
            case
                when paid_or_arranged in ('paid', 'arranged', 'either')
                    then paid_or_arranged
            end
        ) as payment_kind,
        case
            when
                result_payment_kind is not null
                or paid_or_arranged in ('paid', 'arranged', 'either')
                then true
            when paid_or_arranged = 'no' then false
            when paid_or_arranged = 'unmapped' then null
            when result is not null or empty_means_no then false
        end as is_paid_or_arranged,
    from contacts
)

select * from outcomes
