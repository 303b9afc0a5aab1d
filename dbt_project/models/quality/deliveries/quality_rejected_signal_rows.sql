-- One row per row of a file of signals that does not count.
{{ config(materialized='view') }}

with

signals as (
    select * from {{ ref('int_signals__standardised') }}
),

events as (
    select * from {{ ref('stg_signalenbestand__events') }}
),

rejected_rows as (
    -- An event list is rejected event by event.
    select
        delivery_id,
        sheet,
        row_number,
    from signals
    where rejection is not null and format <> 'signalenbestand'
    union distinct
    select
        delivery_id,
        sheet,
        row_number,
    from events
    where rejection is not null
),

keyed_rows as (
    select
        row_id(delivery_id, sheet, row_number) as rejected_row_id,
        *,
    from rejected_rows
)

select * from keyed_rows
