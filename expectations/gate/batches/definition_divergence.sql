-- One row per district and habit of registration.
with

definition_divergence as (
    select * from quality.definition_divergence
),

judged_rows as (
    select
        habit_id as record_id,
        null::varchar as delivery_id,
        null::varchar as sheet,
        null::bigint as row_number,
        null::varchar as format,
        null::varchar as rejection,
        null::varchar as pilot,
        *,
        null::date as check_month,
        format(
            '{} van {} ({:.0f}%), elders {} van {} ({:.0f}%)',
            numerator, denominator, 100 * share,
            others_numerator, others_denominator, 100 * others_share
        ) as about_nl,
        format(
            '{} of {} ({:.0f}%), elsewhere {} of {} ({:.0f}%)',
            numerator, denominator, 100 * share,
            others_numerator, others_denominator, 100 * others_share
        ) as about_en,
    from definition_divergence
)

select * from judged_rows
