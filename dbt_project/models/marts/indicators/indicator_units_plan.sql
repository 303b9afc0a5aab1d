-- One row per indicator and unit: what a pilot planned, and the signals of
-- that pilot that came as far as each step of the plan.
with

signals as (
    select * from {{ ref('indicator_base_signals') }}
),

pilots as (
    select * from {{ ref('pilots') }}
),

plans as (
    select * from {{ ref('plans') }}
),

plan_products as (
    select * from {{ ref('plan_products') }}
),

services as (
    select service, norm_hours from {{ ref('services') }}
),

plan_lines as (
    select
        'planned' as kind,
        pilot || ' ' || step as unit_id,
        pilot,
        step as category,
        planned_number as amount,
        planned_per as base,
    from plans
    union all
    select
        unnest(['number', 'hours', 'norm_hours']) as kind,
        pilot || ' ' || product as unit_id,
        pilot,
        product as category,
        unnest([planned_number, planned_hours, norm_hours]) as amount,
        1 as base,
    from plan_products
    left join services on plan_products.product = services.service
),

planned as (
    select
        plan_lines.*,
        pilots.started_on as unit_date,
        coalesce(pilots.district, 'unknown') as district,
        pilots.programme,
        pilots.working_model,
        'unknown' as corporation,
        'unknown' as partner_type,
        'unknown' as sex,
        'unknown' as age_band,
        'unknown' as household_type,
        'unknown' as repeat,
    from plan_lines
    inner join pilots on plan_lines.pilot = pilots.pilot
),

judged_signals as (
    select
        *,
        letter_date is not null
            or letter_reply is not null
            or objected
            or is_attempted
            or coalesce(is_reached, false) as is_approached,
        not is_attempted
            and coalesce(
                is_reached and reached_channel in ('letter', 'office'), false
            ) as is_own_contact,
    from signals
),

reached_steps as (
    select
        *,
        is_approached and not is_own_contact as is_approached_again,
        not is_attempted
            and not is_own_contact
            and coalesce(is_reached, false) as is_reached_otherwise,
    from judged_signals
),

units as (
    select
        reached_steps.*,
        plans.step,
        case plans.step
            when 'approached' then is_approached
            when 'own-contact' then is_own_contact
            when 'approached-again' then is_approached_again
            when 'reached' then is_reached_otherwise
            when 'visited' then is_attempted
            when 'reached-by-visit' then is_attempted and is_opened
            when 'not-reached' then not is_reached
        end as is_at_step,
    from reached_steps
    inner join plans on reached_steps.pilot = plans.pilot
),

plan_units as (
    {{ indicator_units(
        'plan_actual', numerator='coalesce(is_at_step, false)',
        denominator='1', unknown='is_at_step is null', category='step',
    ) }}
    union all
    {{ indicator_units(
        'plan_planned', numerator='amount', denominator='base',
        category='category', units='planned',
        among="kind = 'planned' and category <> 'conferences'",
    ) }}
    union all
    {{ indicator_units(
        'conferences_target', numerator='amount', units='planned',
        among="kind = 'planned' and category = 'conferences'",
    ) }}
    union all
    {{ indicator_units(
        'planned_product_number', numerator='amount', category='category',
        units='planned', among="kind = 'number'",
    ) }}
    union all
    {{ indicator_units(
        'planned_product_hours', numerator='amount', category='category',
        units='planned', among="kind = 'hours'",
    ) }}
    union all
    {{ indicator_units(
        'product_norm_hours', numerator='amount', denominator='base',
        category='category', units='planned', among="kind = 'norm_hours'",
    ) }}
)

select * from plan_units
