-- One row per early-debt signal in a DDAS delivery.

with

records as (

    select * from {{ source('ddas', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

delivered_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        read_number(records.id) as source_number,
        read_date(records.signaaldatum) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('delivered_records', 'ddas', single={
        'partner_type': ['partner_type', 'signaalpartner'],
        'sex': ['sex', 'geslachtsaanduiding'],
        'signal_status': ['signal_status', 'status'],
        'case_result': ['result', 'resultaat'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        burgerservicenummer as client_key,
        geboortedatum as birth_date_key,
        postcode as postcode_key,
        huisnummer as house_number_key,

        ---------- amounts
        read_amount(bedrag) as arrears_amount,

        ---------- yes or no
        read_yes_no(crisissignaal) as is_crisis,
        read_yes_no(warme_overdracht) as is_warm_handover,

        ---------- dates
        code_date as signal_date,
        read_date(ontstaansdatum) as arrears_since_date,
        read_date(matchingsdatum) as matched_date,
        read_date(startdatum_matchingperiode) as matching_started_date,
        read_date(einddatum_matchingperiode) as matching_ended_date,
        read_date(datum_opgepakt) as taken_up_date,
        read_date(laatste_signaaldatum) as last_signal_date,
    from mapped_records

),

judged_records as (

    select
        *,
        -- A status that ends the handling is a result, when no case gives one.
        coalesce(
            case_result,
            case
                when signal_status not in ('open', 'taken_up')
                    then signal_status
            end
        ) as result,
        rejection(is_test, row_number() over (
            partition by
                delivery_id, is_test, gemeentecode,
                coalesce(source_number, row_id(delivery_id, sheet, row_number))
            order by row_number desc
        )) as rejection,
        signal_key(
            'ddas', district, gemeentecode || '/' || source_number,
            row_id(delivery_id, sheet, row_number)
        ) as signal_key,
        present([
            unreadable('signal_date', signaaldatum, signal_date),
            unreadable_identifier(
                'birth_year', unreadable_identifiers, 'geboortedatum'
            ),
            unreadable_identifier(
                'postcode4', unreadable_identifiers, 'postcode'
            ),
            unreadable('arrears_amount', bedrag, arrears_amount),
            unreadable('arrears_days', ontstaansdatum, arrears_since_date),
        ]) as unreadable_fields,
        present([
            unmapped('partner_type', partner_type),
            unmapped('sex', sex),
            unmapped('result', case_result),
            unmapped('close_reason', signal_status),
        ]) as unmapped_fields,
    from typed_records

),

signals as (

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

        ---------- ids
        signal_key,
        source_number,
        gemeentecode as municipality,
        versie as version,
        client_key,
        birth_date_key,
        postcode_key,
        house_number_key,
        read_integer(birth_year) as birth_year,
        postcode4,

        ---------- the report
        signal_date,
        partner_type,
        sex,
        arrears_amount,
        arrears_since_date,
        case
            when arrears_since_date <= signal_date
                then signal_date - arrears_since_date
        end as arrears_days,
        is_crisis,
        is_warm_handover,

        ---------- the case
        signal_status,
        matched_date,
        matching_started_date,
        matching_ended_date,
        taken_up_date,
        result,
        result as close_reason,
        greatest(matched_date, taken_up_date, last_signal_date)
            as last_told_date,
        case
            when result in ('known_to_debt_help', 'already_in_trajectory')
                then 'yes'
        end as known_before,
        contactpogingen as contact_attempts,
    from judged_records

)

select * from signals
