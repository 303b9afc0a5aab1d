-- One row per signal: whether the norms of time were due and kept.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

attempts as (
    select * from {{ ref('int_contact_attempts__summarised') }}
),

norms as (
    select * from {{ ref('int_norms__dated') }}
),

formats as (
    select * from {{ ref('format_rules') }}
),

pilots as (
    select * from {{ ref('pilots') }}
),

dated_signals as (
    select
        signals.signal_key,
        signals.signal_date,
        signals.letter_date,
        signals.receipt_confirmed_date,
        signals.feedback_date,
        signals.objected,
        cast('{{ var("as_of") }}' as date) - signals.signal_date
            as age_in_days,
        -- A format of no working model leaves these to that of the pilot.
        coalesce(
            formats.objection_possible, pilots.working_model = 'model-1', false
        ) as objection_possible,
        coalesce(
            formats.feedback_expected,
            pilots.working_model in ('model-1', 'city-model'),
            false
        ) as feedback_expected,
        least(
            attempts.first_examination_date,
            signals.office_visit_date,
            signals.feedback_date,
            signals.closed_date
        ) as examined_date,
        coalesce(attempts.has_undated_contact, false)
            or coalesce(signals.letter_reply <> 'no_reply', false)
            as has_undated_examination,
        {{ working_day_number('signals.signal_date') }}
            - {{ working_day_number('signals.letter_date') }}
            as working_days_to_object,
        {{ working_day_number('signals.receipt_confirmed_date') }}
            - {{ working_day_number('signals.signal_date') }}
            as working_days_to_receipt,
        norms.feedback_days,
        norms.examination_days,
        norms.receipt_working_days,
        norms.objection_working_days,
    from signals
    left join attempts on signals.signal_key = attempts.signal_key
    left join norms
        on norms.pilot = coalesce(signals.pilot, 'unknown')
        and norms.signal_date = signals.signal_date
    left join formats on signals.format = formats.format
    left join pilots on signals.pilot = pilots.pilot
),

due_signals as (
    select
        *,
        feedback_expected
            and not coalesce(objected, false)
            and coalesce(age_in_days >= feedback_days, false)
            as is_feedback_due,
        coalesce(age_in_days > examination_days, false)
            as is_examination_due,
    from dated_signals
),

timed_signals as (
    select
        signal_key,
        objection_possible,
        is_feedback_due,
        case
            when is_feedback_due then coalesce(
                feedback_date <= signal_date + feedback_days, false
            )
        end as is_feedback_on_time,
        is_examination_due,
        case
            when not is_examination_due then null
            when examined_date <= signal_date + examination_days then true
            when not has_undated_examination then false
        end as is_examined_on_time,
        working_days_to_receipt <= receipt_working_days
            as is_receipt_on_time,
        case
            when objection_possible
                then working_days_to_object >= objection_working_days
        end as is_objection_period_kept,
    from due_signals
)

select * from timed_signals
