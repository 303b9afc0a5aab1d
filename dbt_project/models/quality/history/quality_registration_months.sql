-- One row per district, pilot and month with signals, or missing between two
-- of them. A gap of more than six months is a pause, or a date that is wrong.
-- A month is late by the delivery that brought it first. A delivery of more
-- than three months tells history, which cannot be late.
with

reports as (
    select
        delivery_id,
        format,
        coalesce(district, 'unknown') as district,
        coalesce(pilot, 'unknown') as pilot,
        signal_key,
        cast(date_trunc('month', signal_date) as date) as month,
    from {{ ref('int_signals__standardised') }}
    where
        rejection is null
        and signal_date <= cast('{{ var("as_of") }}' as date)
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

delivery_spans as (
    select
        delivery_id,
        date_diff('month', min(month), max(month)) + 1 as months_spanned,
    from reports
    group by delivery_id
),

signal_reports as (
    select
        reports.district,
        reports.pilot,
        reports.month,
        reports.signal_key,
        count(distinct reports.delivery_id) as deliveries,
        -- An event list may add to a signal later: that is no repetition.
        count(distinct reports.delivery_id) filter (
            reports.format <> 'signalenbestand'
        ) > 1 as is_repeated,
        min(deliveries.received_at) as received_at,
        arg_min(delivery_spans.months_spanned, deliveries.received_at)
            as months_spanned,
    from reports
    inner join deliveries on reports.delivery_id = deliveries.delivery_id
    inner join delivery_spans
        on reports.delivery_id = delivery_spans.delivery_id
    group by all
),

months_with_signals as (
    select
        district,
        pilot,
        month,
        count(*) as signals,
        count(*) filter (is_repeated) as repeated_signals,
        cast(min(received_at) as date) as first_received_on,
        arg_min(months_spanned, received_at) > 3 as is_history,
    from signal_reports
    group by district, pilot, month
),

ordered_months as (
    select
        district,
        pilot,
        month,
        count(*) over (partition by district, pilot) as months_registered,
        lag(month) over (partition by district, pilot order by month)
            as previous_month,
    from months_with_signals
),

series as (
    select
        district,
        pilot,
        months_registered,
        unnest(generate_series(
            case
                when date_diff('month', previous_month, month) <= 7
                    then previous_month + interval 1 month
                else month
            end,
            month,
            interval 1 month
        )) as month,
    from ordered_months
),

registration_months as (
    select
        series.district || '/' || series.pilot || '/'
            || strftime(series.month, '%Y-%m') as registration_month_id,
        series.district,
        series.pilot,
        cast(series.month as date) as month,
        series.months_registered,
        coalesce(months_with_signals.signals, 0) as signals,
        coalesce(months_with_signals.repeated_signals, 0) as repeated_signals,
        months_with_signals.first_received_on,
        coalesce(months_with_signals.is_history, false) as is_history,
        case
            when months_with_signals.month is not null
                then greatest(
                    months_with_signals.first_received_on
                    - cast(last_day(series.month) as date),
                    0
                )
        end as days_late,
    from series
    left join months_with_signals
        on series.district = months_with_signals.district
        and series.pilot = months_with_signals.pilot
        and cast(series.month as date) = months_with_signals.month
)

select * from registration_months
