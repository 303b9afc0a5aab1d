-- One row per signal: who it is about, what was done and what came of it.
with

reports as (
    select * from {{ ref('int_signals__current') }}
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

attempts as (
    select * from {{ ref('int_contact_attempts__summarised') }}
),

reach as (
    select * from {{ ref('int_signals__reached') }}
),

conclusions as (
    select * from {{ ref('int_signals__concluded') }}
),

time_limits as (
    select * from {{ ref('int_signals__timed') }}
),

final as (
    select
        reports.signal_key as signal_id,
        signals.household_id,
        reports.delivery_id,
        reports.sheet,
        reports.row_number,
        reports.format,
        coalesce(signals.district, 'unknown') as district,
        coalesce(signals.pilot, 'unknown') as pilot,
        coalesce(signals.programme, 'unknown') as programme,
        coalesce(signals.working_model, 'unknown') as working_model,
        coalesce(signals.corporation, 'unknown') as corporation,
        coalesce(reports.partner_type, 'unknown') as partner_type,
        coalesce(reports.partner, 'unknown') as partner,
        reports.signal_date,
        date_trunc('month', reports.signal_date)::date as signal_month,
        coalesce(reports.sex, 'unknown') as sex,
        reports.birth_year::integer as birth_year,
        case
            when year(reports.signal_date) - birth_year < 25 then 'under-25'
            when year(reports.signal_date) - birth_year < 35 then '25-34'
            when year(reports.signal_date) - birth_year < 45 then '35-44'
            when year(reports.signal_date) - birth_year < 55 then '45-54'
            when year(reports.signal_date) - birth_year < 65 then '55-64'
            when year(reports.signal_date) - birth_year >= 65 then '65-plus'
            else 'unknown'
        end as age_band,
        coalesce(reports.household_type, 'unknown') as household_type,
        reports.postcode4,
        signals.previous_signal_date,
        signals.is_repeat,
        reports.rent_amount::decimal(18, 2) as rent_amount,
        reports.arrears_amount::decimal(18, 2) as arrears_amount,
        reports.arrears_months::integer as arrears_months,
        reports.arrears_days::integer as arrears_days,
        reports.creditors::integer as creditors,
        reports.total_debt::decimal(18, 2) as total_debt,
        reports.problems,
        time_limits.objection_possible,
        reports.objected,
        reports.letter_date,
        reports.receipt_confirmed_date,
        reports.known_before,
        case
            when reports.known_before in ('yes', 'no', 'former')
                then reports.known_before <> 'no'
        end as is_known,
        case
            when reports.known_before in ('yes', 'no', 'former')
                then reports.known_before = 'former'
        end as is_former_client,
        conclusions.is_taken_up,
        conclusions.not_taken_up_reason,
        coalesce(attempts.visit_attempts, 0) as visit_attempts,
        coalesce(attempts.visit_attempts, 0) >= 1 as is_attempted,
        coalesce(attempts.visit_attempts, 0) >= 2 as has_second_attempt,
        reports.no_visit_reason,
        attempts.first_attempt_date,
        (attempts.first_attempt_date - reports.signal_date)::integer
            as days_to_first_attempt,
        reach.is_opened,
        attempts.opened_at_attempt,
        reach.is_reached,
        reach.reached_channel,
        reports.letter_reply,
        reports.result,
        reach.is_paid_or_arranged,
        reach.payment_kind,
        reach.has_madi_contact,
        reach.is_accepted,
        reach.has_trajectory,
        -- Who arrived was referred, also when nobody wrote down where to.
        coalesce(
            reports.referred_to,
            case
                when reports.result = 'referred' or reports.referral_arrived
                    then 'unknown'
            end
        ) as referred_to,
        reports.referral_arrived,
        reports.feedback_date,
        time_limits.is_feedback_due,
        time_limits.is_feedback_on_time,
        time_limits.is_examination_due,
        time_limits.is_examined_on_time,
        time_limits.is_receipt_on_time,
        time_limits.is_objection_period_kept,
        conclusions.closed_date,
        conclusions.closed_basis,
        conclusions.is_closed,
        conclusions.close_reason,
    from reports
    inner join signals on reports.signal_key = signals.signal_key
    inner join reach on reports.signal_key = reach.signal_key
    inner join conclusions on reports.signal_key = conclusions.signal_key
    inner join time_limits on reports.signal_key = time_limits.signal_key
    left join attempts on reports.signal_key = attempts.signal_key
)

select * from final
