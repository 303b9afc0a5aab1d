-- One row per delivery, district, pilot and month in which its records fall.
-- Follows the day that a record is about, never the day on which it was sent.
with

signals as (
    select * from {{ ref('int_signals__standardised') }}
),

bailiff_steps as (
    select * from {{ ref('int_bailiff_steps__standardised') }}
),

services as (
    select * from {{ ref('int_services__standardised') }}
),

follow_ups as (
    select * from {{ ref('int_follow_ups__standardised') }}
),

evictions as (
    select * from {{ ref('int_evictions__standardised') }}
),

conferences as (
    select * from {{ ref('int_conferences__standardised') }}
),

claims as (
    select * from {{ ref('int_claims__standardised') }}
),

records as (
    select delivery_id, district, pilot, rejection, signal_date as record_date
    from signals
    union all
    select delivery_id, district, pilot, rejection, step_date
    from bailiff_steps
    -- The other sources of a step are signals, which count above.
    where source = 'bailiff_list'
    union all
    select delivery_id, district, pilot, rejection, started_date
    from services
    union all
    select delivery_id, district, pilot, rejection, reference_date
    from follow_ups
    union all
    select delivery_id, district, pilot, rejection, month
    from evictions
    union all
    select delivery_id, district, pilot, rejection, registered_date
    from conferences
    union all
    select delivery_id, district, pilot, rejection, month
    from claims
),

delivery_months as (
    select
        concat_ws(
            '/',
            delivery_id,
            coalesce(district, '-'),
            coalesce(pilot, '-'),
            strftime(date_trunc('month', record_date), '%Y-%m')
        ) as delivery_month_id,
        delivery_id,
        district,
        pilot,
        cast(date_trunc('month', record_date) as date) as month,
        count(*) as records,
    from records
    where
        rejection is null
        and record_date <= cast('{{ var("as_of") }}' as date)
    group by all
)

select * from delivery_months
