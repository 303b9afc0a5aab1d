-- One row per tenant on a sheet of a tally list in a delivery.

with

records as (

    select * from {{ source('turflijst', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

pilots as (

    select * from {{ ref('pilots') }}

),

sheet_years as (

    select
        delivery_id,
        min(year(read_month(sheet, null))) as named_year,
    from records
    group by delivery_id

),

-- Intake finds the year in the period, a title or another sheet; a workbook
-- that names none has its year from the pilot.
dated_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        pilots.corporation,
        coalesce(
            read_month(records.sheet_month, null),
            read_month(
                records.sheet,
                coalesce(
                    year(deliveries.period),
                    sheet_years.named_year,
                    year(pilots.started_on)
                )
            ),
            deliveries.period
        ) as list_month,
        read_date(records.datum_lijst) as list_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id
    left join sheet_years on records.delivery_id = sheet_years.delivery_id
    left join pilots on deliveries.pilot = pilots.pilot

),

located_records as (

    select
        *,
        case
            when is_missing(datum_lijst) then list_month else list_date
        end as code_date,
    from dated_records

),

mapped_records as (

    {{ map_codes('located_records', 'turflijst', single={
        'sex': ['sex', 'sekse'],
        'at_home_code': ['tally_at_home', 'thuis'],
        'paid_code': ['paid_or_arranged', 'betaald_regeling'],
        'no_visit_reason': ['no_visit_reason', 'reden_geen_bezoek'],
    }, several={
        'trajectories': ['trajectory', 'traject'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        huurdernummer as contract_key,
        geb_datum as birth_date_key,

        ---------- codes
        coalesce(at_home_code, 'no') as at_home,
        coalesce(paid_code, 'no') as paid_or_arranged,

        ---------- amounts and numbers
        read_amount(huurschuld) as arrears_amount,
        case
            when is_missing(maanden_achterstand) then 2
            else read_decimal(maanden_achterstand)
        end as arrears_months,

        ---------- ticks
        read_tick(briefje) as note_left,
        read_tick(contact_madi) as madi_contact,
        case
            when read_date(deurwaarder) is not null then true
            else read_tick(deurwaarder)
        end as bailiff_ticked,

        ---------- dates
        code_date as signal_date,
        read_date(deurwaarder) as bailiff_tick_date,

        ---------- ring attempts
        {% for attempt in [1, 2, 3] %}
        read_date(aanbelactie_{{ attempt }}) as attempted_date_{{ attempt }},
        -- A tick instead of a date tells that the attempt was made.
        not is_missing(aanbelactie_{{ attempt }})
            and read_yes_no(aanbelactie_{{ attempt }}) is distinct from false
            as has_rung_{{ attempt }},
        {% endfor %}
    from mapped_records

),

-- An opened door tells of an attempt, even one without a date.
placed_records as (

    select
        *,
        case
            when at_home in ('1', '2', '3') then at_home::integer
            when at_home = 'last' and has_rung_3 then 3
            when at_home = 'last' and has_rung_2 then 2
            when at_home = 'last' then 1
        end as opened_at,
        signal_key(
            'turflijst', district,
            strftime(signal_date, '%Y-%m-%d') || '/' || contract_key,
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
            case when signal_date is null then 'signal_date' end,
            unreadable_identifier(
                'birth_year', unreadable_identifiers, 'geb_datum'
            ),
            unreadable('arrears_amount', huurschuld, arrears_amount),
            unreadable('arrears_months', maanden_achterstand, arrears_months),
            unreadable('note_left', briefje, note_left),
            unreadable('madi_contact', contact_madi, madi_contact),
            unreadable('bailiff_ticked', deurwaarder, bailiff_ticked),
            {% for attempt in [1, 2, 3] %}
            unreadable(
                'attempted_date_{{ attempt }}',
                aanbelactie_{{ attempt }},
                attempted_date_{{ attempt }}
            ),
            {% endfor %}
        ]) as unreadable_fields,
        present([
            unmapped('sex', sex),
            case at_home
                when 'unmapped' then 'outcome_' || case
                    when has_rung_3 then 3 when has_rung_2 then 2 else 1
                end
            end,
            unmapped('paid_or_arranged', paid_or_arranged),
            unmapped('no_visit_reason', no_visit_reason),
            unmapped_in('trajectories', trajectories),
        ]) as unmapped_fields,
    from placed_records

),

tenants as (

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
        contract_key,
        birth_date_key,
        read_integer(birth_year) as birth_year,

        ---------- the listed tenant
        signal_date,
        corporation,
        sex,
        arrears_amount,
        arrears_months,

        ---------- what was done
        no_visit_reason,
        {% for attempt in [1, 2, 3] %}
        has_rung_{{ attempt }}
            or coalesce(opened_at = {{ attempt }}, false)
            as is_attempted_{{ attempt }},
        attempted_date_{{ attempt }},
        case
            when at_home <> 'unmapped'
                then coalesce(opened_at = {{ attempt }}, false)
        end as opened_{{ attempt }},
        {% endfor %}
        note_left,

        ---------- what came of it
        paid_or_arranged,
        madi_contact,
        trajectories,
        bailiff_ticked,
        bailiff_tick_date,
    from judged_records

)

select * from tenants
