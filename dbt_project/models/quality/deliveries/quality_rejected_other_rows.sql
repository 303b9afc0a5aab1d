-- One row per row of any other file that does not count.
{{ config(materialized='view') }}

with

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

united_records as (
    -- Other sources of a bailiff step are part of a signal.
    select * from bailiff_steps
    where source = 'bailiff_list'
    union all by name
    select * from services
    union all by name
    select * from follow_ups
    union all by name
    select * from evictions
    union all by name
    select * from conferences
    union all by name
    select * from claims
),

rejected_rows as (
    select distinct
        row_id(delivery_id, sheet, row_number) as rejected_row_id,
        delivery_id,
        sheet,
        row_number,
    from united_records
    where rejection is not null
)

select * from rejected_rows
