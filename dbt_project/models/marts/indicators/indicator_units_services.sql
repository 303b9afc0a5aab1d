-- One row per indicator and unit: services given, by product of the service
-- book.
with

services as (
    select * from {{ ref('fct_services') }}
),

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

pilots as (
    select pilot, programme, working_model from {{ ref('pilots') }}
),

codes as (
    select category_list, category from {{ ref('indicator_categories_listed') }}
),

claims as (
    select * from {{ ref('fct_claims') }}
),

norms as (
    select service, norm_hours from {{ ref('services') }}
),

units as (
    select
        services.service_id as unit_id,
        services.started_date as unit_date,
        services.district,
        services.pilot,
        coalesce(signals.programme, pilots.programme, 'unknown') as programme,
        coalesce(signals.working_model, pilots.working_model, 'unknown')
            as working_model,
        coalesce(signals.corporation, 'unknown') as corporation,
        coalesce(signals.partner_type, 'unknown') as partner_type,
        services.sex,
        coalesce(signals.age_band, 'unknown') as age_band,
        coalesce(signals.household_type, 'unknown') as household_type,
        coalesce(signals.repeat, 'first') as repeat,
        services.service,
        services.is_trajectory,
        services.is_ended,
        services.hours,
        services.is_no_show,
        services.aftercare_3_months,
        services.aftercare_6_months,
        norms.norm_hours,
    from services
    left join signals on services.signal_id = signals.signal_id
    left join pilots on services.pilot = pilots.pilot
    left join norms on services.service = norms.service
),

claimed as (
    select
        claims.claim_id as unit_id,
        claims.month as unit_date,
        claims.district,
        claims.pilot,
        coalesce(pilots.programme, 'unknown') as programme,
        coalesce(pilots.working_model, 'unknown') as working_model,
        'unknown' as corporation,
        'unknown' as partner_type,
        'unknown' as sex,
        'unknown' as age_band,
        'unknown' as household_type,
        'unknown' as repeat,
        claims.amount,
    from claims
    left join pilots on claims.pilot = pilots.pilot
),

-- Signals without any claim of their pilot and district have no known cost.
signals_with_claims as (
    select *
    from signals
    where
        exists (
            select 1
            from claims
            where
                claims.pilot = signals.pilot
                and claims.district = signals.district
        )
),

service_units as (
    {{ count_units('services') }}
    union all
    {{ category_units('services_by_product', 'service', 'service') }}
    union all
    {{ category_units(
        'hours_by_product', 'service', 'service', among='hours is not null',
        numerator='case when service = codes.category then hours else 0 end',
    ) }}
    union all
    {{ amount_units('hours_per_service', 'hours') }}
    union all
    {{ indicator_units(
        'hours_against_norm', numerator='hours', denominator='norm_hours',
        among='hours is not null and norm_hours is not null',
    ) }}
    union all
    {{ indicator_units(
        'hours_against_norm_by_product', numerator='hours',
        denominator='norm_hours', category='service',
        among='hours is not null and norm_hours is not null',
    ) }}
    union all
    {{ indicator_units(
        'service_hours', numerator='coalesce(hours, 0)',
        unknown='hours is null',
    ) }}
    union all
    {{ indicator_units(
        'visit_attempts', numerator='coalesce(visit_attempts, 0)',
        unknown='visit_attempts is null', units='signals',
    ) }}
    union all
    {{ share_units(
        'no_show_share', counts='is_no_show',
        among='is_trajectory and is_ended',
    ) }}
    union all
    {{ share_units(
        'aftercare_3_months_share', counts='aftercare_3_months',
        among='is_ended',
    ) }}
    union all
    {{ share_units(
        'aftercare_6_months_share', counts='aftercare_6_months',
        among='is_ended',
    ) }}
    union all
    {{ indicator_units(
        'cost_total', numerator='amount',
        unknown='amount is null', units='claimed',
    ) }}
    union all
    {{ indicator_units(
        'cost_per_signal', numerator='amount', denominator='0',
        unknown='amount is null', units='claimed',
    ) }}
    union all
    {{ indicator_units(
        'cost_per_signal', numerator='null', denominator='1',
        units='signals_with_claims',
    ) }}
)

select * from service_units
