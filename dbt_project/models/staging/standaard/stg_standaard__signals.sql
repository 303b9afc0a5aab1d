-- One row per signal in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'signals'

),

attempts as (

    select * from {{ ref('stg_standaard__contact_attempts') }}

),

partners as (

    select * from {{ ref('partners') }}

),

-- What the attempts of a signal tell about it as a whole.
visits as (

    select
        delivery_id,
        signal_key,
        min(attempted_date) filter (
            channel = 'office' and outcome = 'appeared'
        ) as office_visit_date,
        bool_or(true) filter (channel = 'note') as note_left,
        arg_min(visitors, attempted_date) filter (
            channel in ('home_visit', 'ring')
        ) as visitors,
        arg_min(announced, attempted_date) filter (
            channel in ('home_visit', 'ring')
        ) as announced,
    from attempts
    where rejection is null
    group by delivery_id, signal_key

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'programme': ['programme', 'signals__programme'],
        'partner': ['partner', 'signals__partner'],
        'named_partner_type': ['partner_type', 'signals__partner_type'],
        'sex': ['sex', 'signals__sex'],
        'household_type': ['household_type', 'signals__household_type'],
        'known_before': ['known_before', 'signals__known_before'],
        'letter_reply': ['letter_reply', 'signals__letter_reply'],
        'no_visit_reason': ['no_visit_reason', 'signals__no_visit_reason'],
        'result': ['result', 'signals__result'],
        'paid_or_arranged': ['paid_or_arranged', 'signals__paid_or_arranged'],
        'close_reason': ['result', 'signals__close_reason'],
    }, several={
        'problems': ['problem', 'signals__problems'],
        'trajectories': ['trajectory', 'signals__trajectories'],
    }) }}

),

typed_records as (

    select
        mapped_records.*,

        ---------- ids
        signals__contract_key as contract_key,
        signals__client_key as client_key,
        signals__birth_date_key as birth_date_key,
        signals__postcode_key as postcode_key,

        ---------- names
        coalesce(named_partner_type, partners.partner_type) as partner_type,
        read_slug(signals__referred_to) as referred_to,

        ---------- amounts and numbers
        read_amount(signals__rent_amount) as rent_amount,
        read_amount(signals__arrears_amount) as arrears_amount,
        read_decimal(signals__arrears_months) as arrears_months,
        read_integer(signals__arrears_days) as arrears_days,
        read_integer(signals__creditors) as creditors,
        read_amount(signals__total_debt) as total_debt,

        ---------- yes or no
        read_yes_no(signals__objected) as objected,
        read_yes_no(signals__madi_contact) as madi_contact,
        read_yes_no(signals__referral_arrived) as referral_arrived,

        ---------- dates
        code_date as signal_date,
        read_date(signals__letter_date) as letter_date,
        read_date(signals__objection_date) as objection_date,
        read_date(signals__receipt_confirmed_date) as receipt_confirmed_date,
        read_date(signals__bailiff_handover_date) as bailiff_handover_date,
        read_date(signals__feedback_date) as feedback_date,
        read_date(signals__closed_date) as closed_date,
    from mapped_records
    left join partners on mapped_records.partner = partners.partner

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by delivery_id, is_test, signal_key
            order by row_number desc
        )) as rejection,
        present([
            unreadable('signal_date', signals__signal_date, signal_date),
            unreadable_identifier(
                'birth_year', unreadable_identifiers, 'signals__birth_date_key'
            ),
            unreadable_identifier(
                'postcode4', unreadable_identifiers, 'signals__postcode_key'
            ),
            unreadable('rent_amount', signals__rent_amount, rent_amount),
            unreadable(
                'arrears_amount', signals__arrears_amount, arrears_amount
            ),
            unreadable(
                'arrears_months', signals__arrears_months, arrears_months
            ),
            unreadable('arrears_days', signals__arrears_days, arrears_days),
            unreadable('creditors', signals__creditors, creditors),
            unreadable('total_debt', signals__total_debt, total_debt),
            unreadable('letter_date', signals__letter_date, letter_date),
            unreadable('objected', signals__objected, objected),
            unreadable(
                'objection_date', signals__objection_date, objection_date
            ),
            unreadable(
                'receipt_confirmed_date',
                signals__receipt_confirmed_date,
                receipt_confirmed_date
            ),
            unreadable(
                'bailiff_handover_date',
                signals__bailiff_handover_date,
                bailiff_handover_date
            ),
            unreadable('madi_contact', signals__madi_contact, madi_contact),
            unreadable(
                'referral_arrived', signals__referral_arrived, referral_arrived
            ),
            unreadable('feedback_date', signals__feedback_date, feedback_date),
            unreadable('closed_date', signals__closed_date, closed_date),
        ]) as unreadable_fields,
        present([
            unmapped('district', record_district),
            unmapped('pilot', record_pilot),
            unmapped('programme', programme),
            unmapped('partner', partner),
            unmapped('partner_type', named_partner_type),
            unmapped('sex', sex),
            unmapped('household_type', household_type),
            unmapped_in('problems', problems),
            unmapped('known_before', known_before),
            unmapped('letter_reply', letter_reply),
            unmapped('no_visit_reason', no_visit_reason),
            unmapped('result', result),
            unmapped('paid_or_arranged', paid_or_arranged),
            unmapped_in('trajectories', trajectories),
            unmapped('close_reason', close_reason),
        ]) as unmapped_fields,
    from typed_records

),

visited_records as (

    select
        judged_records.*,
        visits.* exclude (delivery_id, signal_key),
    from judged_records
    left join visits
        on judged_records.delivery_id = visits.delivery_id
        and judged_records.signal_key = visits.signal_key

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
        unmapped_places || unmapped_codes as unmapped_codes,

        ---------- ids
        signal_key,
        source_number,
        contract_key,
        client_key,
        birth_date_key,
        postcode_key,
        read_integer(birth_year) as birth_year,
        postcode4,

        ---------- the report
        programme,
        signal_date,
        case when partner_type = 'rent' then partner end as corporation,
        partner_type,
        partner,
        sex,
        household_type,
        rent_amount,
        arrears_amount,
        arrears_months,
        arrears_days,
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
    from visited_records

)

select * from signals
