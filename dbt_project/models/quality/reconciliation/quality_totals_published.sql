-- One row per published figure about pilots that delivered, beside the figure
-- that the rows give.
with

claims as (
    select * from {{ ref('published_totals') }}
),

indicator_values as (
    select * from {{ ref('indicator_values') }}
),

delivered_pilots as (
    select distinct pilot
    from indicator_values
    where
        indicator_id in ('signals', 'conferences_started')
        and dimension_set = 'pilot'
),

claims_about_pilots as (
    select
        claims.*,
        unnest(string_split(pilots, ';')) as one_pilot,
    from claims
    where pilots is not null
),

complete_claims as (
    select claims_about_pilots.claim_id
    from claims_about_pilots
    left join delivered_pilots
        on claims_about_pilots.one_pilot = delivered_pilots.pilot
    group by claims_about_pilots.claim_id
    having count(*) = count(delivered_pilots.pilot)
),

pilot_figures as (
    select
        claims.claim_id,
        claims.one_pilot as place,
        figures.numerator,
        figures.denominator,
        figures.value,
        figures.unknown,
    from claims_about_pilots as claims
    inner join complete_claims on claims.claim_id = complete_claims.claim_id
    left join indicator_values as figures
        on claims.indicator_id = figures.indicator_id
        and claims.one_pilot = figures.pilot
        and figures.dimension_set = 'pilot'
        and figures.period_type = 'total'
        and coalesce(list_contains(
            string_split(claims.category, ';'), figures.category
        ), true)
),

district_figures as (
    select
        claims.claim_id,
        claims.district as place,
        figures.numerator,
        figures.denominator,
        figures.value,
        figures.unknown,
    from claims
    inner join indicator_values as figures
        on claims.indicator_id = figures.indicator_id
        and claims.district = figures.district
        and figures.dimension_set = 'district'
        and figures.period_type = 'year'
        and claims.year = year(figures.period_start)
    where claims.pilots is null
),

figures as (
    select * from pilot_figures
    union all
    select * from district_figures
),

-- Categories of one place share a denominator; places add theirs up.
figures_of_places as (
    select
        claim_id,
        place,
        count(*) as figures,
        sum(numerator) as numerator,
        max(denominator) as denominator,
        any_value(value) as value,
        max(unknown) as unknown,
    from figures
    group by claim_id, place
),

figures_of_claims as (
    select
        claim_id,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        case
            when sum(figures) = 1 then any_value(value)
            else sum(numerator) / nullif(sum(denominator), 0)
        end as value,
        sum(unknown) as unknown,
    from figures_of_places
    group by claim_id
),

totals as (
    select
        'published/' || claims.claim_id as reconciliation_id,
        'published' as kind,
        claims.claim_id,
        claims.section,
        claims.statement_nl,
        claims.statement_en,
        claims.pilots as pilot,
        claims.district,
        claims.indicator_id,
        claims.category,
        claims.measure,
        make_date(claims.year, 1, 1) as period_start,
        claims.published_value,
        cast(case claims.measure
            when 'numerator' then figures_of_claims.numerator
            when 'denominator' then figures_of_claims.denominator
            when 'value' then figures_of_claims.value
            when 'unknown' then figures_of_claims.unknown
        end as double) as found_value,
        claims.tolerance,
    from claims
    inner join figures_of_claims
        on claims.claim_id = figures_of_claims.claim_id
)

select * from totals
