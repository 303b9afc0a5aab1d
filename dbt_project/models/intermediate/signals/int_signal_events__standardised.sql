-- One row per event of a report in the event list. A delivery that repeats a
-- signal's own event reports the signal anew; one that brings only later
-- events adds to the report before it, so these events are carried along.

with

events as (

    select * from {{ ref('stg_signalenbestand__events') }}

),

reports as (

    select
        delivery_id,
        signal_key,
        sequence,
        rejection is not distinct from 'test row' as is_test_report,
        min(row_number) as first_row_number,
        bool_or(event is not distinct from 'signal') as has_signal_event,
    from events
    group by delivery_id, signal_key, sequence, is_test_report

),

numbered_reports as (

    select
        *,
        count_if(has_signal_event) over (
            partition by signal_key, is_test_report
            order by sequence
        ) as report_number,
    from reports

),

numbered_events as (

    select
        events.*,
        numbered_reports.is_test_report,
        numbered_reports.report_number,
    from events
    inner join numbered_reports
        on events.delivery_id = numbered_reports.delivery_id
        and events.signal_key = numbered_reports.signal_key
        and (events.rejection is not distinct from 'test row')
        = numbered_reports.is_test_report

),

carried_events as (

    select
        numbered_events.* exclude (delivery_id, row_number),
        numbered_reports.delivery_id,
        numbered_events.delivery_id = numbered_reports.delivery_id as is_own,
        case
            when numbered_events.delivery_id = numbered_reports.delivery_id
                then numbered_events.row_number
            else numbered_reports.first_row_number
        end as row_number,
        row_id(
            numbered_events.delivery_id,
            numbered_events.sheet,
            numbered_events.row_number
        ) as event_id,
    from numbered_reports
    inner join numbered_events
        on numbered_reports.signal_key = numbered_events.signal_key
        and numbered_reports.is_test_report = numbered_events.is_test_report
        and numbered_reports.report_number = numbered_events.report_number
        and numbered_events.sequence <= numbered_reports.sequence
    where
        numbered_events.rejection is distinct from 'repeated in this file'
        or numbered_events.delivery_id = numbered_reports.delivery_id

),

-- The same event, delivered again, counts once.
distinct_events as (

    select
        * exclude (event_id),
        delivery_id || '>' || event_id as record_id,
    from carried_events
    qualify is_own or row_number() over (
        partition by
            delivery_id, signal_key, is_test_report, event, event_date,
            event_time, outcome, acceptance, close_reason, referred_to
        order by sequence desc, event_id
    ) = 1

)

select * from distinct_events
