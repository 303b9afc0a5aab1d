-- One row per household and pilot, with the dimensions of the household's
-- first signal in that pilot.
with

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

first_signals as (
    select
        household_id,
        pilot,
        arg_min(
            {
                'signal_date': signal_date,
                'district': district,
                'programme': programme,
                'working_model': working_model,
                'corporation': corporation,
                'partner_type': partner_type,
                'sex': sex,
                'age_band': age_band,
                'household_type': household_type,
                'repeat': repeat
            },
            {'signal_date': signal_date, 'signal_id': signal_id}
        ) as first_signal,
    from signals
    group by household_id, pilot
),

households as (
    select
        household_id || ' ' || pilot as household_pilot_id,
        household_id as unit_id,
        first_signal.signal_date as unit_date,
        first_signal.district,
        pilot,
        first_signal.programme,
        first_signal.working_model,
        first_signal.corporation,
        first_signal.partner_type,
        first_signal.sex,
        first_signal.age_band,
        first_signal.household_type,
        first_signal.repeat,
    from first_signals
)

select * from households
