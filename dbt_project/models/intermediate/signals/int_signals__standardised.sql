-- One row per reported signal, of every format; rejected reports included.

with

forms as (

    select
        *,
        'overdrachtsformulier' as format,
        'rent' as partner_type,
        corporation as partner,
        -- The attempts answer for their own fields.
        list_filter(
            unreadable_fields,
            lambda field: not regexp_matches(field, '_[123]$')
        ) as own_unreadable_fields,
        unmapped_fields as own_unmapped_fields,
    from {{ ref('stg_overdrachtsformulier__signals') }}

),

tallies as (

    select
        *,
        'turflijst' as format,
        'rent' as partner_type,
        corporation as partner,
        false as announced,
        'counsellor_housing_consultant' as visitors,
        list_filter(
            unreadable_fields,
            lambda field: not regexp_matches(field, '_[123]$')
        ) as own_unreadable_fields,
        list_filter(
            unmapped_fields,
            lambda field: not regexp_matches(field, '_[123]$')
        ) as own_unmapped_fields,
    from {{ ref('stg_turflijst__signals') }}

),

event_signals as (

    select
        *,
        'signalenbestand' as format,
        unreadable_fields as own_unreadable_fields,
        unmapped_fields as own_unmapped_fields,
    from {{ ref('int_event_signals__standardised') }}

),

ddas_signals as (

    select
        *,
        'ddas' as format,
        unreadable_fields as own_unreadable_fields,
        unmapped_fields as own_unmapped_fields,
    from {{ ref('stg_ddas__signals') }}

),

standard_signals as (

    select
        *,
        'standaard' as format,
        unreadable_fields as own_unreadable_fields,
        unmapped_fields as own_unmapped_fields,
    from {{ ref('stg_standaard__signals') }}

),

united_signals as (

    select * from forms
    union all by name
    select * from tallies
    union all by name
    select * from event_signals
    union all by name
    select * from ddas_signals
    union all by name
    select * from standard_signals

),

signals as (

    select
        ---------- lineage
        row_id(delivery_id, sheet, row_number)
            || case when rejection = 'test row' then '/test' else '' end
            as record_id,
        delivery_id,
        sheet,
        row_number,
        format,
        district,
        pilot,
        rejection,
        own_unreadable_fields as unreadable_fields,
        own_unmapped_fields as unmapped_fields,
        delivered_columns,

        ---------- ids
        signal_key,
        source_number,
        contract_key,
        client_key,
        name_key,
        birth_date_key,
        postcode_key,
        house_number_key,

        ---------- the report
        programme,
        signal_date,
        corporation,
        partner_type,
        partner,
        birth_year::integer as birth_year,
        postcode4,
        sex,
        household_type,
        rent_amount,
        arrears_amount,
        arrears_months,
        arrears_days::integer as arrears_days,
        creditors::integer as creditors,
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
        office_visit_date,
        note_left,
        visitors,
        announced,
        no_visit_reason,

        ---------- what came of it
        result,
        paid_or_arranged,
        madi_contact,
        trajectories,
        referred_to,
        referral_arrived,
        feedback_date,
        closed_date,
        close_reason,
        last_told_date,
        bailiff_ticked,
        bailiff_tick_date,
    from united_signals

)

select * from signals
