-- One row per reported bailiff step, from bailiff lists and from signals.

with

listed_steps as (

    select
        *,
        'deurwaarderslijst' as format,
        'bailiff_list' as source,
    from {{ ref('stg_deurwaarderslijst__steps') }}
    union all by name
    select
        *,
        'standaard' as format,
        'bailiff_list' as source,
    from {{ ref('stg_standaard__bailiff_steps') }}

),

handed_signals as (

    select
        *,
        'overdrachtsformulier' as format,
    from {{ ref('stg_overdrachtsformulier__signals') }}
    union all by name
    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__signals') }}

),

handovers as (

    select
        *,
        'handover' as source,
        'handed_over' as step,
        bailiff_handover_date as step_date,
    from handed_signals
    where bailiff_handover_date is not null

),

tally_ticks as (

    select
        *,
        'turflijst' as format,
        'tally_tick' as source,
        'handed_over' as step,
        bailiff_tick_date as step_date,
    from {{ ref('stg_turflijst__signals') }}
    where bailiff_ticked

),

-- The signal's own event names the contract for all.
event_signals as (

    select
        delivery_id,
        signal_key,
        coalesce(rejection = 'test row', false) as is_test_report,
        contract_key,
        corporation,
    from {{ ref('int_event_signals__standardised') }}
    where rejection is distinct from 'repeated in this file'

),

bailiff_events as (

    select * from {{ ref('int_signal_events__standardised') }}
    where
        event in (
            'handed_over', 'judgment', 'eviction_announced', 'evicted',
            'eviction_averted'
        )

),

event_steps as (

    select
        bailiff_events.* exclude (contract_key),
        'signalenbestand' as format,
        'event' as source,
        bailiff_events.event as step,
        bailiff_events.event_date as step_date,
        event_signals.contract_key,
        event_signals.corporation,
    from bailiff_events
    inner join event_signals
        on bailiff_events.delivery_id = event_signals.delivery_id
        and bailiff_events.signal_key = event_signals.signal_key
        and bailiff_events.is_test_report = event_signals.is_test_report

),

united_steps as (

    select * from listed_steps
    union all by name
    select * from handovers
    union all by name
    select * from tally_ticks
    union all by name
    select * from event_steps

),

steps as (

    select
        ---------- lineage
        coalesce(record_id, row_id(delivery_id, sheet, row_number))
            as record_id,
        delivery_id,
        sheet,
        row_number,
        format,
        district,
        pilot,
        rejection,
        list_filter(
            unreadable_fields,
            lambda field: source in ('bailiff_list', 'event')
                and field in ('step_date', 'amount', 'costs')
        ) as unreadable_fields,
        case
            when source = 'bailiff_list' then unmapped_fields
            else []::varchar[]
        end as unmapped_fields,
        delivered_columns,

        ---------- the step
        contract_key,
        corporation,
        dossier_number,
        step,
        step_date,
        amount,
        costs,
        source,
        signal_key,
    from united_steps

)

select * from steps
