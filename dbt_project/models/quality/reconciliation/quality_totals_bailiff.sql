-- One row per pilot that ticks the bailiff on its tally list: households of
-- the list that are ticked, beside those of it that the bailiff list names.
with

signals as (
    select * from {{ ref('fct_signals') }}
),

steps as (
    select * from {{ ref('fct_bailiff_steps') }}
),

households as (
    select * from {{ ref('fct_bailiff_outcomes') }}
),

pilots as (
    select * from {{ ref('pilots') }}
),

ticked as (
    select pilot, count(distinct household_id) as ticked_households
    from steps
    where source = 'tally_tick'
    group by pilot
),

-- Another registration of the same pilot has no tick to compare.
tallied as (
    select distinct household_id, pilot
    from signals
    where format = 'turflijst'
),

listed as (
    select
        households.pilot,
        count(distinct steps.household_id) as listed_households,
    from tallied
    inner join households
        on tallied.household_id = households.household_id
        and tallied.pilot = households.pilot
    inner join steps on households.household_id = steps.household_id
    left join pilots on households.pilot = pilots.pilot
    where
        steps.source = 'bailiff_list'
        and steps.step_date between
            households.first_signal_date
            and coalesce(pilots.ended_on, cast('{{ var("as_of") }}' as date))
    group by households.pilot
),

totals as (
    select
        'bailiff/' || ticked.pilot as reconciliation_id,
        'bailiff' as kind,
        cast(null as varchar) as claim_id,
        cast(null as varchar) as section,
        'Huishoudens van de turflijst met een vinkje deurwaarder, naast die '
        || 'op de deurwaarderslijst tijdens de pilot' as statement_nl,
        'Households of the tally list with a bailiff tick, beside those on '
        || 'the bailiff list during the pilot' as statement_en,
        ticked.pilot,
        cast(null as varchar) as district,
        'bailiff_during_share' as indicator_id,
        cast(null as varchar) as category,
        'numerator' as measure,
        cast(null as date) as period_start,
        cast(ticked.ticked_households as double) as published_value,
        cast(listed.listed_households as double) as found_value,
        cast(0 as double) as tolerance,
    from ticked
    inner join listed on ticked.pilot = listed.pilot
)

select * from totals
