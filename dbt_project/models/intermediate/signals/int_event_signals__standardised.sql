-- One row per report of a signal in the event list: its events side by side.
-- A signal's own event that stands twice in a file is a report that repeats.

with

events as (

    select
        *,
        -- The signal's own event speaks first, and of two the last one.
        (event is distinct from 'signal', -row_number) as speaking_order,
        (event_date, event_time, row_number) as time_order,
        case
            when rejection = 'repeated in this file' then row_number
        end as repeated_row,
    from {{ ref('int_signal_events__standardised') }}
    where
        rejection is distinct from 'repeated in this file'
        or event is not distinct from 'signal'

),

partners as (

    select * from {{ ref('partners') }}

),

reports as (

    select
        ---------- lineage
        delivery_id,
        signal_key,
        is_test_report,
        repeated_row,
        arg_min(sheet, speaking_order) as sheet,
        arg_min(row_number, speaking_order) as row_number,
        arg_min(district, speaking_order) as district,
        arg_min(pilot, speaking_order) as pilot,
        arg_max(delivered_columns, sequence) as delivered_columns,
        max(rejection) as rejection,
        flatten(list(unreadable_fields)) as unreadable_event_fields,
        flatten(list(unmapped_fields)) as unmapped_event_fields,

        ---------- ids
        arg_min(source_number, speaking_order) as source_number,
        arg_min(contract_key, speaking_order) as contract_key,
        arg_min(birth_date_key, speaking_order) as birth_date_key,
        arg_min(postcode_key, speaking_order) as postcode_key,
        arg_min(birth_year, speaking_order) as birth_year,
        arg_min(postcode4, speaking_order) as postcode4,

        ---------- the report
        arg_max(event_date, row_number) filter (event = 'signal')
            as signal_date,
        arg_min(partner_type, speaking_order) as reported_partner_type,
        arg_min(partner, speaking_order) as partner,
        arg_min(sex, speaking_order) as sex,
        arg_max(arrears_amount, row_number) filter (event = 'signal')
            as arrears_amount,
        arg_max(arrears_days, row_number) filter (event = 'signal')
            as arrears_days,
        min(event_date) filter (event = 'received') as receipt_confirmed_date,
        min(event_date) filter (event = 'handed_over')
            as bailiff_handover_date,

        ---------- what was done
        min(event_date) filter (event = 'office' and outcome = 'appeared')
            as office_visit_date,
        arg_min(visitors, speaking_order) filter (event = 'home_visit')
            as visitors,
        arg_min(announced, speaking_order) filter (event = 'home_visit')
            as announced,

        ---------- what came of it
        coalesce(bool_or(event = 'arranged'), false) as is_arranged,
        coalesce(bool_or(event = 'paid'), false) as is_paid,
        coalesce(bool_or(event = 'refused'), false) as is_refused,
        coalesce(
            bool_or(
                event in ('reached', 'offer', 'accepted', 'refused')
                or outcome in ('opened', 'spoken', 'replied', 'appeared')
            ),
            false
        ) as madi_contact,
        arg_max(
            coalesce(nullif(acceptance, 'unmapped'), 'help_accepted'),
            time_order
        ) filter (event = 'accepted') as acceptance,
        list_sort(list(distinct coalesce(acceptance, close_reason)) filter (
            coalesce(acceptance, close_reason) in (
                'trajectory_debt_counselling', 'trajectory_social_work'
            )
        )) as trajectory_codes,
        arg_max(referred_to, time_order) as referred_to,
        bool_or(true) filter (event = 'arrived') as referral_arrived,
        min(event_date) filter (event = 'feedback') as feedback_date,
        max(event_date) filter (event = 'closed') as closed_date,
        max(event_date) as last_told_date,
        arg_max(close_reason, time_order) as close_reason,
    from events
    group by delivery_id, signal_key, is_test_report, repeated_row

),

typed_partners as (

    select
        reports.*,
        coalesce(reports.reported_partner_type, partners.partner_type)
            as partner_type,
    from reports
    left join partners on reports.partner = partners.partner

),

signals as (

    select
        * exclude (
            is_test_report, repeated_row, reported_partner_type,
            is_arranged, is_paid, is_refused, acceptance, trajectory_codes,
            unreadable_event_fields, unmapped_event_fields
        ),
        case when partner_type = 'rent' then partner end as corporation,
        coalesce(
            acceptance,
            close_reason,
            case when is_refused then 'no_help_wanted' end
        ) as result,
        case
            when is_arranged or close_reason is not distinct from 'arranged'
                then 'arranged'
            when is_paid or close_reason is not distinct from 'paid'
                then 'paid'
            when close_reason is not distinct from 'paid_or_arranged'
                then 'either'
            else 'no'
        end as paid_or_arranged,
        list_transform(
            trajectory_codes, lambda code: replace(code, 'trajectory_', '')
        ) as trajectories,
        list_sort(list_distinct(list_filter(
            unreadable_event_fields,
            lambda field: field not in (
                'attempted_date', 'daypart', 'announced', 'step_date'
            )
        ))) as unreadable_fields,
        list_sort(list_distinct(list_filter(
            unmapped_event_fields,
            lambda field: field not in ('visitors', 'outcome')
        ))) as unmapped_fields,
    from typed_partners

)

select * from signals
