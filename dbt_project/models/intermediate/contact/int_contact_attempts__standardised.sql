-- One row per reported attempt to make contact, of every format.

with

forms as (

    select * from {{ ref('stg_overdrachtsformulier__signals') }}

),

tallies as (

    select * from {{ ref('stg_turflijst__signals') }}

),

events as (

    select * from {{ ref('int_signal_events__standardised') }}

),

ddas_attempts as (

    select
        *,
        'ddas' as format,
    from {{ ref('stg_ddas__contact_attempts') }}

),

standard_attempts as (

    select
        *,
        'standaard' as format,
    from {{ ref('stg_standaard__contact_attempts') }}

),

visiting_signals as (

    select
        *,
        'overdrachtsformulier' as format,
        'home_visit' as channel,
        unnest([1, 2, 3]) as attempt_number,
    from forms
    union all by name
    select
        *,
        'turflijst' as format,
        'ring' as channel,
        unnest([1, 2, 3]) as attempt_number,
        false as announced,
        'counsellor_housing_consultant' as visitors,
    from tallies

),

visits as (

    select
        *,
        [attempted_date_1, attempted_date_2, attempted_date_3][attempt_number]
            as attempted_date,
        [daypart_1, daypart_2, daypart_3][attempt_number] as daypart,
        case [opened_1, opened_2, opened_3][attempt_number]
            when true then 'opened'
            when false then 'not_at_home'
        end as outcome,
    from visiting_signals
    where [is_attempted_1, is_attempted_2, is_attempted_3][attempt_number]

),

-- A bare `paid` is a payment, not an answer.
letters as (

    select
        *,
        'overdrachtsformulier' as format,
        'letter' as channel,
        1 as attempt_number,
        case
            when letter_reply in ('no_need', 'appointment') then 'replied'
            when letter_reply = 'no_reply' then 'no_answer'
            when letter_reply = 'paid' then 'sent'
        end as outcome,
    from forms
    where letter_reply is not null

),

office_visits as (

    select
        *,
        'overdrachtsformulier' as format,
        'office' as channel,
        1 as attempt_number,
        office_visit_date as attempted_date,
        'appeared' as outcome,
    from forms
    where office_visit_date is not null

),

-- A note is left at the last door.
notes as (

    select
        *,
        'overdrachtsformulier' as format,
        'note' as channel,
        1 as attempt_number,
        greatest(attempted_date_1, attempted_date_2, attempted_date_3)
            as attempted_date,
        'left' as outcome,
    from forms
    where note_left
    union all by name
    select
        *,
        'turflijst' as format,
        'note' as channel,
        1 as attempt_number,
        greatest(attempted_date_1, attempted_date_2, attempted_date_3)
            as attempted_date,
        'left' as outcome,
    from tallies
    where note_left

),

contact_events as (

    select
        *,
        'signalenbestand' as format,
        event as channel,
        event_date as attempted_date,
        row_number() over (
            partition by delivery_id, signal_key, rejection, event
            order by event_date nulls last, event_time, record_id
        ) as attempt_number,
    from events
    where event in ('home_visit', 'phone', 'letter', 'office')

),

united_attempts as (

    select * from visits
    union all by name
    select * from letters
    union all by name
    select * from office_visits
    union all by name
    select * from notes
    union all by name
    select * from contact_events
    union all by name
    select * from ddas_attempts
    union all by name
    select * from standard_attempts

),

attempts as (

    select
        ---------- lineage
        concat_ws(
            '/',
            coalesce(record_id, row_id(delivery_id, sheet, row_number)),
            channel,
            attempt_number
        ) as record_id,
        delivery_id,
        sheet,
        row_number,
        format,
        district,
        pilot,
        rejection,
        list_distinct(list_filter(
            list_transform(
                unreadable_fields,
                lambda field: case
                    when ends_with(field, '_' || attempt_number)
                        then left(field, -2)
                    else field
                end
            ),
            lambda field: field in (
                'attempted_date', 'daypart', 'outcome', 'announced'
            )
        )) as unreadable_fields,
        list_distinct(list_filter(
            list_transform(
                unmapped_fields,
                lambda field: case
                    when ends_with(field, '_' || attempt_number)
                        then left(field, -2)
                    else field
                end
            ),
            lambda field: field in ('visitors', 'outcome', 'channel')
        )) as unmapped_fields,
        delivered_columns,

        ---------- the attempt
        signal_key,
        attempt_number::integer as attempt_number,
        channel,
        attempted_date,
        daypart,
        case when channel in ('home_visit', 'ring') then announced end
            as announced,
        case when channel in ('home_visit', 'ring') then visitors end
            as visitors,
        case
            when
                channel = 'letter' and outcome is null and format <> 'ddas'
                then 'sent'
            else outcome
        end as outcome,
    from united_attempts

)

select * from attempts
