-- One row per signal: a unit of counting, its dimensions and all that is known
-- about it.
with

signals as (
    select * from {{ ref('fct_signals') }}
),

units as (
    select
        signal_id as unit_id,
        signal_date as unit_date,
        case when is_repeat then 'repeat' else 'first' end as repeat,
        *,
    from signals
)

select * from units
