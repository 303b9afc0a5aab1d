-- One row per reported signal, beside its delivery, its pilot, its result's
-- meaning and its contact attempts.
with

signals as (
    select * from intermediate.int_signals__standardised
),

deliveries as (
    select
        delivery_id,
        sequence,
        period,
        received_at::date as received_on,
    from landing.deliveries
),

pilots as (
    select
        pilot,
        started_on::date as pilot_started_on,
        ended_on::date as pilot_ended_on,
    from standard.pilots
),

results as (
    select
        result,
        coalesce(implies_accepted::boolean, false) as has_accepting_result,
        coalesce(implies_contact::boolean, false) as has_visit_result,
        result = 'not_reached' as has_not_reached_result,
    from standard.result_codes
),

norm_days as (
    select
        max(amount) filter (norm = 'feedback')::integer as feedback_days,
        max(amount) filter (norm = 'examination')::integer
            as examination_days,
    from standard.norms
    where pilot is null
),

attempts as (
    select
        signal_key,
        delivery_id,
        count(*) as contact_attempts,
        count(*) filter (channel in ('home_visit', 'ring')) as visit_attempts,
        min(attempted_date) filter (channel in ('home_visit', 'ring'))
            as first_attempt_date,
        max(attempted_date) filter (channel in ('home_visit', 'ring'))
            as last_attempt_date,
        coalesce(bool_or(outcome in (
            'opened', 'refused', 'spoken', 'replied', 'appeared'
        )), false) as has_contact_attempt,
    from intermediate.int_contact_attempts__standardised
    where rejection is null
    group by signal_key, delivery_id
),

compared_signals as (
    select
        signals.*,
        deliveries.period,
        deliveries.received_on,
        pilots.pilot_started_on,
        pilots.pilot_ended_on,
        coalesce(results.has_accepting_result, false) as has_accepting_result,
        coalesce(results.has_visit_result, false) as has_visit_result,
        coalesce(results.has_not_reached_result, false)
            as has_not_reached_result,
        norm_days.feedback_days,
        norm_days.examination_days,
        coalesce(attempts.contact_attempts, 0) as contact_attempts,
        coalesce(attempts.visit_attempts, 0) as visit_attempts,
        attempts.first_attempt_date,
        attempts.last_attempt_date,
        coalesce(attempts.has_contact_attempt, false)
            or signals.office_visit_date is not null
            or coalesce(
                signals.letter_reply in ('no_need', 'appointment'), false
            )
            or coalesce(signals.madi_contact, false)
            or coalesce(signals.paid_or_arranged = 'arranged', false)
            as has_contact,
        count(*) filter (signals.rejection is null) over (
            partition by
                signals.delivery_id, signals.contract_key, signals.signal_date
        ) as same_day_signals,
        max(deliveries.sequence) over (partition by signals.signal_key)
            is distinct from deliveries.sequence as is_superseded,
        date_trunc('month', signals.signal_date)::date as check_month,
    from signals
    left join deliveries on signals.delivery_id = deliveries.delivery_id
    left join pilots on signals.pilot = pilots.pilot
    left join results on signals.result = results.result
    left join attempts
        on signals.signal_key = attempts.signal_key
        and signals.delivery_id = attempts.delivery_id
    cross join norm_days
)

select * from compared_signals
