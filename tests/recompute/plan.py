"""What a pilot planned, and how far its signals came."""

from tests.recompute.figure import Figure, share_by

TABLES = {
    "planned": """
        select
            plans.*,
            pilots.started_on as day,
            coalesce(pilots.district, 'unknown') as district,
            pilots.programme,
            pilots.working_model,
            'unknown' as corporation,
            'unknown' as partner_type,
            'unknown' as sex,
            'unknown' as age_band,
            'unknown' as household_type,
            'unknown' as repeat,
        from (
            select pilot, step, planned_number, planned_per, null as hours, null as norm
            from standard.plans
            union all
            select pilot, product, planned_number, null, planned_hours, norm_hours
            from standard.plan_products as products
            left join standard.services as services
                on products.product = services.service
        ) as plans
        inner join marts.dim_pilot as pilots on plans.pilot = pilots.pilot
    """,
    "planned_signals": """
        select
            signals.*,
            plans.step,
            visits = 0
                and coalesce(is_reached, false)
                and coalesce(reached_channel in ('letter', 'office'), false)
                as came_themselves,
            letter_date is not null
                or letter_reply is not null
                or objected
                or visits > 0
                or coalesce(is_reached, false) as was_approached,
            case plans.step
                when 'approached' then was_approached
                when 'own-contact' then came_themselves
                when 'approached-again' then was_approached and not came_themselves
                when 'reached'
                    then visits = 0
                    and coalesce(is_reached, false)
                    and not came_themselves
                when 'visited' then visits > 0
                when 'reached-by-visit' then visits > 0 and is_opened
                when 'not-reached' then not is_reached
            end as came_so_far,
        from signals
        inner join standard.plans as plans on signals.pilot = plans.pilot
    """,
}


def _by_step(amount: str, among: str) -> str:
    """Add up an amount by step or product, in a map."""
    return f"""coalesce(map_from_entries(list((step, {amount})) filter (
        {among} and {amount} is not null
    )), map())"""


OF_STEPS = "planned_per is not null and step <> 'conferences'"
OF_PRODUCTS = "planned_per is null"

FIGURES = {
    "planned": {
        "plan_planned": Figure(
            _by_step("planned_number", OF_STEPS), _by_step("planned_per", OF_STEPS)
        ),
        "conferences_target": Figure(
            "coalesce(sum(planned_number) filter (step = 'conferences'), 0)"
        ),
        "planned_product_number": Figure(_by_step("planned_number", OF_PRODUCTS)),
        "planned_product_hours": Figure(_by_step("hours", OF_PRODUCTS)),
        "product_norm_hours": Figure(
            _by_step("norm", OF_PRODUCTS), _by_step("1", f"{OF_PRODUCTS} and norm > 0")
        ),
    },
    "planned_signals": {"plan_actual": share_by("step", "came_so_far")},
}
