-- One row per district and habit of registration: how often, out of how many.
with

signals as (
    select * from {{ ref('fct_signals') }}
    where district <> 'unknown'
),

attempts as (
    select * from {{ ref('fct_contact_attempts') }}
    where district <> 'unknown'
),

services as (
    select * from {{ ref('fct_services') }}
),

reports as (
    select * from {{ ref('int_signals__standardised') }}
    where rejection is null and district is not null
),

advised_signals as (
    select distinct signal_id
    from services
    where service in ('information_advice', 'short_mediation')
),

advice_booked as (
    select
        'advice_despite_no_help' as habit,
        signals.district,
        count(*) filter (signals.result = 'no_help_wanted') as numerator,
        count(*) as denominator,
    from signals
    inner join advised_signals
        on signals.signal_id = advised_signals.signal_id
    where signals.result is not null
    group by signals.district
),

light_help_booked as (
    select
        'light_help_as_no_help' as habit,
        district,
        count(*) filter (result = 'no_help_wanted') as numerator,
        count(*) as denominator,
    from signals
    where
        result in (
            'no_help_wanted', 'help_accepted', 'budget_advice', 'quick_fix'
        )
    group by district
),

results_unknown as (
    select
        'unknown_result' as habit,
        district,
        count(*) filter (
            coalesce(result, 'unmapped') = 'unmapped'
        ) as numerator,
        count(*) as denominator,
    from signals
    where
        is_attempted
        -- A tally list has no column for a result.
        and format <> 'turflijst'
        and signal_date + 90 <= cast('{{ var("as_of") }}' as date)
    group by district
),

visits_not_at_home as (
    select
        'visit_not_at_home' as habit,
        district,
        count(*) filter (outcome = 'not_at_home') as numerator,
        count(*) as denominator,
    from attempts
    where is_visit and outcome <> 'unknown'
    group by district
),

codes_unmapped as (
    select
        'unmapped_codes' as habit,
        district,
        count(*) filter (len(unmapped_fields) > 0) as numerator,
        count(*) as denominator,
    from reports
    group by district
),

habits as (
    select * from advice_booked
    union all by name
    select * from light_help_booked
    union all by name
    select * from results_unknown
    union all by name
    select * from visits_not_at_home
    union all by name
    select * from codes_unmapped
),

counted_habits as (
    select
        habit || '/' || district as habit_id,
        *,
    from habits
)

select * from counted_habits
