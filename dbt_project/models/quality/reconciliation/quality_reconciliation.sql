-- One row per published or reported total, beside the rows behind it.
with

published as (
    select * from {{ ref('quality_totals_published') }}
),

evictions as (
    select * from {{ ref('quality_totals_evictions') }}
),

bailiff as (
    select * from {{ ref('quality_totals_bailiff') }}
),

totals as (
    select * from published
    union all
    select * from evictions
    union all
    select * from bailiff
),

compared as (
    select
        * exclude (tolerance),
        found_value - published_value as difference,
        -- A hair wider, so that 10.45 is within 0.05 of 10.4.
        abs(found_value - published_value) <= tolerance + 1e-9 as is_equal,
        regexp_replace(cast(round(published_value, 3) as varchar), '\.0$', '')
            as published_text,
        regexp_replace(cast(round(found_value, 3) as varchar), '\.0$', '')
            as found_text,
    from totals
),

reconciliation as (
    select
        * exclude (published_text, found_text),
        case
            when found_value is null
                then statement_nl
                || ': nog geen gegevens om mee te vergelijken.'
            else statement_nl || '. Opgegeven: '
                || replace(published_text, '.', ',') || '; uit de rijen: '
                || replace(found_text, '.', ',') || '.'
        end as message_nl,
        case
            when found_value is null
                then statement_en || ': no data to compare with yet.'
            else statement_en || '. Reported: ' || published_text
                || '; from the rows: ' || found_text || '.'
        end as message_en,
    from compared
)

select * from reconciliation
