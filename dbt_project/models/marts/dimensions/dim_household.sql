-- One row per household, with what was last known about it.
with

households as (
    select * from {{ ref('int_households__identified') }}
),

signals as (
    select * from {{ ref('int_signals__identified') }}
),

reports as (
    select * from {{ ref('int_signals__current') }}
),

known_households as (
    select
        household_id,
        arg_min(identified_by, list_position(
            [
                'contract', 'client_contract', 'address_contract', 'client',
                'address', 'birth_date_postcode', 'name_birth_date', 'record',
            ],
            identified_by
        )) as identified_by,
    from households
    group by household_id
),

-- The last known value of each column; an unknown one never overwrites.
signal_summaries as (
    select
        signals.household_id,
        count(*)::integer as signals,
        min(signals.signal_date) as first_signal_date,
        max(signals.signal_date) as last_signal_date,
        arg_max(
            reports.sex, (signals.signal_date, signals.signal_key)
        ) as sex,
        arg_max(
            reports.birth_year, (signals.signal_date, signals.signal_key)
        ) as birth_year,
        arg_max(
            reports.household_type, (signals.signal_date, signals.signal_key)
        ) as household_type,
        arg_max(
            reports.postcode4, (signals.signal_date, signals.signal_key)
        ) as postcode4,
        arg_max(
            signals.district, (signals.signal_date, signals.signal_key)
        ) as district,
        arg_max(
            signals.corporation, (signals.signal_date, signals.signal_key)
        ) as corporation,
        list_sort(list(distinct signals.pilot)) as pilots,
    from signals
    inner join reports on signals.signal_key = reports.signal_key
    group by signals.household_id
),

final as (
    select
        known_households.household_id,
        known_households.identified_by,
        coalesce(signal_summaries.signals, 0) as signals,
        signal_summaries.first_signal_date,
        signal_summaries.last_signal_date,
        coalesce(signal_summaries.district, 'unknown') as district,
        coalesce(signal_summaries.corporation, 'unknown') as corporation,
        coalesce(signal_summaries.sex, 'unknown') as sex,
        signal_summaries.birth_year::integer as birth_year,
        coalesce(signal_summaries.household_type, 'unknown')
            as household_type,
        signal_summaries.postcode4,
        coalesce(signal_summaries.pilots, []) as pilots,
    from known_households
    left join signal_summaries
        on known_households.household_id = signal_summaries.household_id
)

select * from final
