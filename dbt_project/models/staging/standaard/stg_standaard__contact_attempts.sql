-- One row per contact attempt in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'contact_attempts'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'channel': ['channel', 'contact_attempts__channel'],
        'named_daypart': ['daypart', 'contact_attempts__daypart'],
        'visitors': ['visitors', 'contact_attempts__visitors'],
        'outcome': ['outcome', 'contact_attempts__outcome'],
    }) }}

),

typed_records as (

    select
        * exclude (unmapped_codes),
        read_integer(contact_attempts__attempt_number) as numbered_attempt,
        code_date as attempted_date,
        read_yes_no(contact_attempts__announced) as announced,

        -- A time of day names its part of the day too.
        coalesce(
            nullif(named_daypart, 'unmapped'),
            read_daypart(contact_attempts__daypart),
            named_daypart
        ) as daypart,
        list_filter(
            unmapped_codes,
            lambda code: code.code_list <> 'daypart'
                or read_daypart(code.source_text) is null
        ) as unmapped_codes,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                signal_key,
                code_key(contact_attempts__channel),
                coalesce(
                    attempted_date::varchar,
                    fold(contact_attempts__attempted_date)
                ),
                fold(contact_attempts__daypart),
                numbered_attempt,
                outcome
            order by row_number desc
        )) as rejection,
        present([
            unreadable(
                'attempt_number', contact_attempts__attempt_number,
                numbered_attempt
            ),
            unreadable(
                'attempted_date', contact_attempts__attempted_date,
                attempted_date
            ),
            unreadable('announced', contact_attempts__announced, announced),
        ]) as unreadable_fields,
        present([
            unmapped('channel', channel),
            unmapped('daypart', daypart),
            unmapped('visitors', visitors),
            unmapped('outcome', outcome),
        ]) as unmapped_fields,
    from typed_records

),

-- Attempts of a kind that nobody numbered are counted by date.
numbered_records as (

    select
        *,
        coalesce(numbered_attempt, row_number() over (
            partition by delivery_id, signal_key, rejection, channel
            order by attempted_date nulls last, row_number
        )) as attempt_number,
    from judged_records

),

attempts as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        district,
        pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_codes,

        ---------- the attempt
        signal_key,
        attempt_number,
        coalesce(channel, 'unknown') as channel,
        attempted_date,
        nullif(daypart, 'unmapped') as daypart,
        announced,
        visitors,
        outcome,
    from numbered_records

)

select * from attempts
