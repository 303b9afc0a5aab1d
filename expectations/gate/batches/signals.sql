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
        coalesce(closes_case::boolean, false) as has_closing_result,
    from standard.result_codes
),

norm_days as (
    select
        max(amount) filter (norm = 'feedback')::integer as feedback_days,
        max(amount) filter (norm = 'examination')::integer
            as examination_days,
        max(amount) filter (norm = 'receipt')::integer
            as receipt_working_days,
        max(amount) filter (norm = 'objection')::integer
            as objection_working_days,
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

-- The number of a day in working days (Monday to Friday): 1900 began on one.
working_days as (
    select
        record_id,
        numbers[1] as of_signal,
        numbers[2] as of_receipt,
        numbers[3] as of_letter,
    from (
        select
            record_id,
            list_transform(
                [signal_date, receipt_confirmed_date, letter_date],
                lambda day: date_diff('day', date '1900-01-01', day) // 7 * 5
                + least(date_diff('day', date '1900-01-01', day) % 7 + 1, 5)
            ) as numbers,
        from signals
    )
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
        coalesce(results.has_closing_result, false) as has_closing_result,
        norm_days.feedback_days,
        norm_days.examination_days,
        norm_days.receipt_working_days,
        norm_days.objection_working_days,
        working_days.of_receipt - working_days.of_signal
            as working_days_to_receipt,
        working_days.of_signal - working_days.of_letter
            as working_days_to_object,
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
        min(signals.delivery_id) filter (signals.rejection is null) over same_day
        < max(signals.delivery_id) filter (signals.rejection is null)
            over same_day
        and min(signals.signal_key) filter (signals.rejection is null)
            over same_day
        < max(signals.signal_key) filter (signals.rejection is null)
            over same_day
            as is_reported_elsewhere,
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
    inner join working_days on signals.record_id = working_days.record_id
    cross join norm_days
    window same_day as (
        partition by signals.contract_key, signals.signal_date
    )
)

select * from compared_signals
