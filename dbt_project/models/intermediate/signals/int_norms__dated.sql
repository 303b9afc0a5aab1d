-- One row per pilot and signal date: the norms in force for such signals.
with

signals as (
    select * from {{ ref('int_signals__current') }}
),

norms as (
    select * from {{ ref('norms') }}
),

pilot_days as (
    select distinct
        coalesce(pilot, 'unknown') as pilot,
        signal_date,
    from signals
    where signal_date is not null
),

valid_norms as (
    select
        pilot_days.pilot,
        pilot_days.signal_date,
        norms.norm,
        norms.amount,
    from pilot_days
    inner join norms
        on (norms.pilot is null or norms.pilot = pilot_days.pilot)
        and (
            norms.valid_from is null
            or norms.valid_from <= pilot_days.signal_date
        )
        and (
            norms.valid_to is null
            or norms.valid_to >= pilot_days.signal_date
        )
    qualify row_number() over (
        partition by pilot_days.pilot, pilot_days.signal_date, norms.norm
        order by norms.pilot nulls last, norms.valid_from desc nulls last
    ) = 1
),

norms_in_columns as (
    select
        pilot || ' ' || signal_date as norm_day_id,
        pilot,
        signal_date,
        max(amount) filter (norm = 'feedback') as feedback_days,
        max(amount) filter (norm = 'examination') as examination_days,
        max(amount) filter (norm = 'receipt') as receipt_working_days,
        max(amount) filter (norm = 'objection') as objection_working_days,
        max(amount) filter (norm = 'repeat') as repeat_months,
    from valid_norms
    group by pilot, signal_date
)

select * from norms_in_columns
