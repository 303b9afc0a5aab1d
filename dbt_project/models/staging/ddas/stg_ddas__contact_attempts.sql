-- One row per contact attempt of a case, for each signal of the case.

with

signals as (

    select * from {{ ref('stg_ddas__signals') }}

),

listed_attempts as (

    select
        delivery_id,
        sheet,
        row_number,
        district,
        pilot,
        delivered_columns,
        rejection,
        signal_key,
        unnest(from_json(
            contact_attempts,
            '[{
                "soort": "varchar",
                "bereikt": "varchar",
                "datum": "varchar",
                "dagdeel": "varchar"
            }]'
        )) as attempt,
        generate_subscripts(
            from_json(contact_attempts, '["json"]'), 1
        ) as position,
    from signals
    where contact_attempts is not null

),

delivered_attempts as (

    select
        * exclude (attempt),
        attempt.soort,
        attempt.bereikt,
        attempt.datum,
        attempt.dagdeel,
        read_date(attempt.datum) as code_date,
    from listed_attempts

),

mapped_attempts as (

    {{ map_codes('delivered_attempts', 'ddas', single={
        'channel': ['channel', 'soort'],
    }) }}

),

typed_attempts as (

    select
        *,
        code_date as attempted_date,
        read_daypart(dagdeel) as daypart,
        read_yes_no(bereikt) as is_contact,
    from mapped_attempts

),

-- DDAS only says whether there was contact; what that is called depends on
-- the channel. Unknown stays unknown.
attempts as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        position,
        district,
        pilot,
        delivered_columns,
        rejection,
        present([
            unreadable('attempted_date', datum, attempted_date),
            unreadable('daypart', dagdeel, daypart),
            unreadable('outcome', bereikt, is_contact),
        ]) as unreadable_fields,
        present([unmapped('channel', channel)]) as unmapped_fields,
        unmapped_codes,

        ---------- the attempt
        signal_key,
        channel,
        attempted_date,
        daypart,
        row_number() over (
            partition by delivery_id, sheet, row_number, channel
            order by attempted_date nulls last, position
        ) as attempt_number,
        case
            when is_contact then case channel
                when 'home_visit' then 'opened'
                when 'phone' then 'spoken'
                when 'office' then 'appeared'
                else 'replied'
            end
            when not is_contact then case
                when channel = 'home_visit' then 'not_at_home'
                when channel = 'office' then 'not_appeared'
                when channel = 'note' then 'left'
                when channel in ('letter', 'mail', 'message') then 'sent'
                else 'no_answer'
            end
        end as outcome,
    from typed_attempts

)

select * from attempts
