-- One row per conference of an institution: its last accepted report.
with

reports as (
    select * exclude (
        rejection, unreadable_fields, unmapped_fields, delivered_columns
    )
    from {{ ref('int_conferences__standardised') }}
    where rejection is null
),

deliveries as (
    select * from {{ ref('stg_ledger__deliveries') }}
),

last_reports as (
    select reports.*
    from reports
    inner join deliveries on reports.delivery_id = deliveries.delivery_id
    qualify row_number() over (
        partition by
            reports.institution,
            coalesce(reports.conference_number, reports.record_id)
        order by deliveries.sequence desc, reports.row_number desc
    ) = 1
)

select * from last_reports
