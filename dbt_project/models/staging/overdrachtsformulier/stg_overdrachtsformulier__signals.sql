-- One row per transfer form in a delivery.

with

records as (

    select * from {{ source('overdrachtsformulier', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

located_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        read_date(records.datum_melding) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'overdrachtsformulier', single={
        'programme': ['programme', 'programma'],
        'corporation': ['partner', 'corporatie'],
        'sex': ['sex', 'geslacht'],
        'household_type': ['household_type', 'huishouden'],
        'known_before': ['known_before', 'bekend_bij_madi'],
        'letter_reply': ['letter_reply', 'reactie_op_brief'],
        'visitors': ['visitors', 'bezoekers'],
        'result': ['result', 'resultaat'],
        'close_reason': ['result', 'reden_afsluiting'],
    }, several={
        'problems': ['problem', 'vermoedelijke_problematiek'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        read_number(meldnummer) as source_number,
        contractnummer as contract_key,
        naam as name_key,
        geboortedatum as birth_date_key,
        postcode as postcode_key,
        huisnummer as house_number_key,

        ---------- names
        read_slug(doorverwezen_naar) as referred_to,

        ---------- amounts and numbers
        read_amount(huur_per_maand) as rent_amount,
        read_amount(huurachterstand) as arrears_amount,
        read_decimal(maanden_achterstand) as arrears_months,
        read_integer(aantal_schuldeisers) as creditors,
        read_amount(totale_schuld) as total_debt,

        ---------- yes or no
        read_yes_no(bezwaar) as objected,
        read_yes_no(briefje_achtergelaten) as note_left,
        read_yes_no(aangekondigd) as announced,
        read_yes_no(aangekomen) as referral_arrived,

        ---------- dates
        read_date(datum_melding) as signal_date,
        read_date(datum_brief_corporatie) as letter_date,
        read_date(datum_bezwaar) as objection_date,
        read_date(datum_naar_deurwaarder) as bailiff_handover_date,
        read_date(datum_ontvangstbevestiging) as receipt_confirmed_date,
        read_date(datum_kantoorbezoek) as office_visit_date,
        read_date(datum_terugkoppeling) as feedback_date,
        read_date(datum_afsluiting) as closed_date,

        ---------- home visits
        {% for visit in [1, 2, 3] %}
        read_date(datum_huisbezoek_{{ visit }}) as attempted_date_{{ visit }},
        read_daypart(tijdstip_{{ visit }}) as daypart_{{ visit }},
        read_yes_no(thuis_{{ visit }}) as opened_{{ visit }},
        not is_missing(datum_huisbezoek_{{ visit }})
            or not is_missing(thuis_{{ visit }}) as is_attempted_{{ visit }},
        {% endfor %}
    from mapped_records

),

keyed_records as (

    select
        *,
        signal_key(
            'overdrachtsformulier', district, source_number,
            row_id(delivery_id, sheet, row_number)
        ) as signal_key,
    from typed_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by delivery_id, is_test, signal_key
            order by row_number desc
        )) as rejection,
        present([
            unreadable('signal_date', datum_melding, signal_date),
            unreadable_identifier(
                'birth_year', unreadable_identifiers, 'geboortedatum'
            ),
            unreadable_identifier(
                'postcode4', unreadable_identifiers, 'postcode'
            ),
            unreadable('rent_amount', huur_per_maand, rent_amount),
            unreadable('arrears_amount', huurachterstand, arrears_amount),
            unreadable('arrears_months', maanden_achterstand, arrears_months),
            unreadable('creditors', aantal_schuldeisers, creditors),
            unreadable('total_debt', totale_schuld, total_debt),
            unreadable('letter_date', datum_brief_corporatie, letter_date),
            unreadable('objected', bezwaar, objected),
            unreadable('objection_date', datum_bezwaar, objection_date),
            unreadable(
                'bailiff_handover_date',
                datum_naar_deurwaarder,
                bailiff_handover_date
            ),
            unreadable(
                'receipt_confirmed_date',
                datum_ontvangstbevestiging,
                receipt_confirmed_date
            ),
            unreadable('announced', aangekondigd, announced),
            unreadable('note_left', briefje_achtergelaten, note_left),
            unreadable(
                'office_visit_date', datum_kantoorbezoek, office_visit_date
            ),
            unreadable('referral_arrived', aangekomen, referral_arrived),
            unreadable('feedback_date', datum_terugkoppeling, feedback_date),
            unreadable('closed_date', datum_afsluiting, closed_date),
            {% for visit in [1, 2, 3] %}
            unreadable(
                'attempted_date_{{ visit }}',
                datum_huisbezoek_{{ visit }},
                attempted_date_{{ visit }}
            ),
            unreadable(
                'daypart_{{ visit }}', tijdstip_{{ visit }}, daypart_{{ visit }}
            ),
            unreadable(
                'outcome_{{ visit }}', thuis_{{ visit }}, opened_{{ visit }}
            ),
            {% endfor %}
        ]) as unreadable_fields,
        present([
            unmapped('programme', programme),
            unmapped('corporation', corporation),
            unmapped('sex', sex),
            unmapped('household_type', household_type),
            unmapped_in('problems', problems),
            unmapped('known_before', known_before),
            unmapped('letter_reply', letter_reply),
            unmapped('visitors', visitors),
            unmapped('result', result),
            unmapped('close_reason', close_reason),
        ]) as unmapped_fields,
    from keyed_records

),

forms as (

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
        contract_key,
        name_key,
        birth_date_key,
        postcode_key,
        house_number_key,
        read_integer(birth_year) as birth_year,
        postcode4,

        ---------- the report
        programme,
        signal_date,
        corporation,
        sex,
        household_type,
        rent_amount,
        arrears_amount,
        arrears_months,
        creditors,
        total_debt,
        problems,
        letter_date,
        objected,
        objection_date,
        bailiff_handover_date,
        receipt_confirmed_date,
        known_before,

        ---------- what was done
        letter_reply,
        visitors,
        announced,
        {% for visit in [1, 2, 3] %}
        is_attempted_{{ visit }},
        attempted_date_{{ visit }},
        daypart_{{ visit }},
        opened_{{ visit }},
        {% endfor %}
        note_left,
        office_visit_date,

        ---------- what came of it
        result,
        referred_to,
        referral_arrived,
        feedback_date,
        closed_date,
        close_reason,
    from judged_records

)

select * from forms
