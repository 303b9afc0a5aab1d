-- One row per district and habit of registration, beside all other districts
-- together. A district differs when both 95% intervals lie apart, so that
-- chance in small numbers accuses nobody.
with

habits as (
    select * from {{ ref('quality_habits_counted') }}
),

region as (
    select
        habit,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        count(*) as districts,
    from habits
    group by habit
),

side_by_side as (
    select
        habits.habit_id,
        habits.habit,
        habits.district,
        habits.numerator,
        habits.denominator,
        cast(region.numerator - habits.numerator as bigint)
            as others_numerator,
        cast(region.denominator - habits.denominator as bigint)
            as others_denominator,
        region.districts - 1 as other_districts,
    from habits
    inner join region on habits.habit = region.habit
),

with_shares as (
    select
        *,
        numerator / nullif(denominator, 0) as share,
        wilson_lower(numerator, denominator) as lower,
        wilson_upper(numerator, denominator) as upper,
        others_numerator / nullif(others_denominator, 0) as others_share,
        wilson_lower(others_numerator, others_denominator) as others_lower,
        wilson_upper(others_numerator, others_denominator) as others_upper,
    from side_by_side
),

definition_divergence as (
    select
        *,
        share - others_share as difference,
        coalesce(lower > others_upper or upper < others_lower, false)
            as is_apart,
    from with_shares
)

select * from definition_divergence
