-- One row per event in a delivery of the city model's event list.

with

records as (

    select * from {{ source('signalenbestand', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

delivered_records as (

    select
        records.* exclude (pilot),
        records.pilot as source_pilot,
        deliveries.district,
        deliveries.pilot as delivery_pilot,
        deliveries.sequence,
        deliveries.delivered_columns,
        read_number(records.signaal_id) as source_number,
        read_date(records.datum) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

placed_records as (

    {{ map_codes('delivered_records', 'signalenbestand', single={
        'event_district': ['district', 'stadsdeel'],
        'event': ['event', 'gebeurtenis'],
    }, unmapped='unmapped_places') }}

),

-- An event that names no district lies where its signal's other events lie.
-- What a value means depends on the event.
located_records as (

    select
        * exclude (district),
        coalesce(
            nullif(event_district, 'unmapped'),
            min(nullif(event_district, 'unmapped')) over (
                partition by delivery_id, source_number
            ),
            case when is_missing(stadsdeel) then district end
        ) as district,
        case
            when event in ('home_visit', 'phone', 'letter', 'office')
                then waarde
        end as contact_value,
        case when event = 'accepted' then waarde end as acceptance_value,
        case when event = 'closed' then waarde end as closing_value,
    from placed_records

),

mapped_records as (

    {{ map_codes('located_records', 'signalenbestand', single={
        'event_pilot': ['pilot', 'source_pilot', 'pilot'],
        'partner_type': ['partner_type', 'partner'],
        'partner_code': ['partner', 'partnernaam'],
        'sex': ['sex', 'geslacht'],
        'visitors': ['visitors', 'bezoekers'],
        'outcome': ['outcome', 'contact_value', 'waarde'],
        'acceptance': ['acceptance', 'acceptance_value', 'waarde'],
        'close_reason': ['result', 'closing_value', 'waarde'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        contractnummer as contract_key,
        geboortedatum as birth_date_key,
        postcode as postcode_key,
        case
            when event = 'referred' then coalesce(read_slug(waarde), 'unknown')
        end as referred_to,

        ---------- amounts and numbers
        read_amount(bedrag) as arrears_amount,
        read_integer(dagen_achterstand) as arrears_days,

        ---------- yes or no
        read_yes_no(aangekondigd) as announced,

        ---------- dates and times
        code_date as event_date,
        read_clock(tijd) as event_time,
        read_daypart(tijd) as daypart,

        -- The standard's field that the day of the event feeds.
        case event
            when 'home_visit' then 'attempted_date'
            when 'phone' then 'attempted_date'
            when 'letter' then 'attempted_date'
            when 'office' then 'attempted_date'
            when 'received' then 'receipt_confirmed_date'
            when 'feedback' then 'feedback_date'
            when 'handed_over' then 'step_date'
            when 'judgment' then 'step_date'
            when 'eviction_announced' then 'step_date'
            when 'evicted' then 'step_date'
            when 'eviction_averted' then 'step_date'
            when 'closed' then 'closed_date'
            else 'signal_date'
        end as date_field,
    from mapped_records

),

judged_records as (

    select
        *,
        -- A signal is reported once, whatever its two rows say; another event
        -- may come again.
        rejection(is_test, row_number() over (
            partition by
                delivery_id, is_test, source_number, event,
                case
                    when event is not distinct from 'signal'
                        and source_number is not null
                        then null
                    else (
                        gebeurtenis, datum, tijd, stadsdeel, source_pilot,
                        partner, partnernaam, contractnummer, geboortedatum,
                        postcode, geslacht, bedrag, dagen_achterstand, waarde,
                        bezoekers, aangekondigd
                    )
                end
            order by row_number desc
        )) as rejection,
        signal_key(
            'signalenbestand', district, source_number,
            row_id(delivery_id, sheet, row_number)
        ) as signal_key,
        present([
            unreadable(date_field, datum, event_date),
            unreadable_identifier(
                'birth_year', unreadable_identifiers, 'geboortedatum'
            ),
            unreadable_identifier(
                'postcode4', unreadable_identifiers, 'postcode'
            ),
            unreadable('daypart', tijd, daypart),
            unreadable('arrears_amount', bedrag, arrears_amount),
            unreadable('arrears_days', dagen_achterstand, arrears_days),
            unreadable('announced', aangekondigd, announced),
        ]) as unreadable_fields,
        present([
            unmapped('event', event),
            unmapped('district', event_district),
            unmapped('pilot', event_pilot),
            unmapped('partner_type', partner_type),
            unmapped('partner', partner_code),
            unmapped('sex', sex),
            unmapped('visitors', visitors),
            unmapped('outcome', outcome),
            unmapped('result', acceptance),
            unmapped('close_reason', close_reason),
        ]) as unmapped_fields,
    from typed_records

),

events as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        sequence,
        district,
        coalesce(nullif(event_pilot, 'unmapped'), delivery_pilot) as pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_places || unmapped_codes as unmapped_codes,

        ---------- ids
        signal_key,
        source_number,
        contract_key,
        birth_date_key,
        postcode_key,
        read_integer(birth_year) as birth_year,
        postcode4,

        ---------- the event
        event,
        event_date,
        event_time,
        daypart,
        outcome,
        acceptance,
        close_reason,
        referred_to,
        visitors,
        announced,

        ---------- the signal
        partner_type,
        partner_code as partner,
        sex,
        arrears_amount,
        arrears_days,
    from judged_records

)

select * from events
