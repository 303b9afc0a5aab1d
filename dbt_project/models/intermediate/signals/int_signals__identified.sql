-- One row per signal: its household, its pilot's model and what came before.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

households as (
    select * from {{ ref('int_households__identified') }}
    where entity = 'signals'
),

pilots as (
    select * from {{ ref('pilots') }}
),

norms as (
    select * from {{ ref('int_norms__dated') }}
),

identified_signals as (
    select
        signals.signal_key,
        signals.record_id,
        signals.delivery_id,
        households.household_id,
        households.identified_by,
        signals.format,
        coalesce(signals.district, pilots.district) as district,
        signals.pilot,
        coalesce(signals.programme, pilots.programme) as programme,
        pilots.working_model,
        coalesce(signals.corporation, pilots.corporation) as corporation,
        signals.corporation as reported_corporation,
        signals.source_number,
        signals.signal_date,
        norms.repeat_months,
    from signals
    inner join households on signals.record_id = households.record_id
    left join pilots on signals.pilot = pilots.pilot
    left join norms
        on norms.pilot = coalesce(signals.pilot, 'unknown')
        and norms.signal_date = signals.signal_date
),

sequenced_signals as (
    select
        *,
        max(signal_date) over (
            partition by household_id
            order by signal_date
            range between unbounded preceding and interval 1 day preceding
        ) as previous_signal_date,
    from identified_signals
),

repeated_signals as (
    select
        * exclude (repeat_months),
        case
            when signal_date is not null then coalesce(
                previous_signal_date
                >= signal_date - to_months(repeat_months),
                false
            )
        end as is_repeat,
    from sequenced_signals
)

select * from repeated_signals
