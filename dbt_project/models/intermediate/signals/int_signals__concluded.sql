-- One row per signal: whether it was taken up, and when and how it closed.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

attempts as (
    select * from {{ ref('int_contact_attempts__summarised') }}
),

results as (
    select * from {{ ref('result_codes') }}
),

handled_signals as (
    select
        signals.signal_key,
        signals.objected,
        signals.no_visit_reason,
        signals.closed_date as delivered_closed_date,
        coalesce(signals.close_reason, signals.result) as close_reason,
        coalesce(attempts.visit_attempts, 0) > 0
            or coalesce(attempts.is_contact, false) as has_attempt,
        greatest(
            signals.signal_date,
            signals.objection_date,
            signals.receipt_confirmed_date,
            attempts.last_contact_attempt_date,
            signals.office_visit_date,
            signals.feedback_date,
            signals.closed_date,
            signals.last_told_date
        ) as last_known_date,
        coalesce(results.closes_case, false) as has_final_result,
    from signals
    left join attempts on signals.signal_key = attempts.signal_key
    left join results on signals.result = results.result
),

judged_signals as (
    select
        handled_signals.*,
        case
            when handled_signals.objected then 'objected'
            when handled_signals.has_attempt then null
            when handled_signals.no_visit_reason in ('left', 'deceased')
                then handled_signals.no_visit_reason
            else results.not_taken_up_reason
        end as not_taken_up_reason,
        case
            when handled_signals.delivered_closed_date is not null
                then 'closed_date'
            when handled_signals.has_final_result or results.closes_case
                then 'final_result'
        end as closed_basis,
    from handled_signals
    left join results on handled_signals.close_reason = results.result
),

concluded_signals as (
    select
        signal_key,
        not_taken_up_reason is null as is_taken_up,
        not_taken_up_reason,
        closed_basis is not null as is_closed,
        closed_basis,
        case closed_basis
            when 'closed_date' then delivered_closed_date
            when 'final_result' then last_known_date
        end as closed_date,
        case when closed_basis is not null then close_reason end
            as close_reason,
        last_known_date,
    from judged_signals
)

select * from concluded_signals
