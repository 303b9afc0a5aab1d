-- One row per household and pilot with a closed case: what came next, and
-- until when anybody would have known.
with

signals as (
    select * from {{ ref('int_signals__identified') }}
),

concluded_signals as (
    select * from {{ ref('int_signals__concluded') }}
),

steps as (
    select * from {{ ref('int_bailiff_steps__identified') }}
    where not is_history_unknown
),

-- Nobody would know of a bailiff where no list covers the household.
coverage as (
    select * from {{ ref('int_bailiff_lists__covering') }}
),

first_closed_cases as (
    select
        signals.household_id,
        coalesce(signals.pilot, 'unknown') as pilot,
        arg_min(
            {
                'signal_key': signals.signal_key,
                'district': signals.district,
                'closed_date': concluded_signals.closed_date,
                'closed_basis': concluded_signals.closed_basis,
                'close_reason': concluded_signals.close_reason,
            },
            (concluded_signals.closed_date, signals.signal_key)
        ) as first_case,
    from signals
    inner join concluded_signals
        on signals.signal_key = concluded_signals.signal_key
    where concluded_signals.closed_date is not null
    group by signals.household_id, coalesce(signals.pilot, 'unknown')
),

closed_cases as (
    select household_id, pilot, unnest(first_case) from first_closed_cases
),

pilot_ends as (
    select
        coalesce(signals.pilot, 'unknown') as pilot,
        max(concluded_signals.last_known_date) as last_known_date,
    from signals
    inner join concluded_signals
        on signals.signal_key = concluded_signals.signal_key
    group by coalesce(signals.pilot, 'unknown')
),

list_end as (
    select max(step_date) as last_step_date from steps
    where source = 'bailiff_list'
),

next_signals as (
    select
        closed_cases.household_id,
        closed_cases.pilot,
        min(signals.signal_date) as next_signal_date,
    from closed_cases
    inner join signals
        on closed_cases.household_id = signals.household_id
        and closed_cases.closed_date < signals.signal_date
    group by closed_cases.household_id, closed_cases.pilot
),

next_steps as (
    select
        closed_cases.household_id,
        closed_cases.pilot,
        min(steps.step_date) as next_bailiff_date,
    from closed_cases
    inner join steps
        on closed_cases.household_id = steps.household_id
        and closed_cases.closed_date < steps.step_date
    group by closed_cases.household_id, closed_cases.pilot
),

observed_cases as (
    select
        closed_cases.household_id || ' ' || closed_cases.pilot
            as household_pilot_id,
        closed_cases.*,
        next_signals.next_signal_date,
        next_steps.next_bailiff_date,
        least(
            pilot_ends.last_known_date, cast('{{ var("as_of") }}' as date)
        ) as observed_until_signal,
        case
            when coverage.is_covered then least(
                list_end.last_step_date, cast('{{ var("as_of") }}' as date)
            )
        end as observed_until_bailiff,
    from closed_cases
    cross join list_end
    inner join coverage
        on closed_cases.household_id || ' ' || closed_cases.pilot
        = coverage.household_pilot_id
    inner join pilot_ends on closed_cases.pilot = pilot_ends.pilot
    left join next_signals
        on closed_cases.household_id = next_signals.household_id
        and closed_cases.pilot = next_signals.pilot
    left join next_steps
        on closed_cases.household_id = next_steps.household_id
        and closed_cases.pilot = next_steps.pilot
)

select * from observed_cases
