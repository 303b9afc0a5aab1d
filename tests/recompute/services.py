"""Services given, against the norm of the service book, and what was claimed."""

from tests.recompute.figure import (
    Figure,
    by_code,
    count,
    mean,
    share,
    told_total,
    total,
    units,
)

TABLES = {
    # Who a service is for is told by the signal it answers; else by its pilot.
    "services": """
        select
            facts.*,
            facts.started_date as day,
            coalesce(signals.programme, pilots.programme, 'unknown') as programme,
            coalesce(signals.working_model, pilots.working_model, 'unknown')
                as working_model,
            coalesce(signals.corporation, 'unknown') as corporation,
            coalesce(signals.partner_type, 'unknown') as partner_type,
            coalesce(signals.age_band, 'unknown') as age_band,
            coalesce(signals.household_type, 'unknown') as household_type,
            coalesce(signals.repeat, 'first') as repeat,
            norms.norm_hours,
        from marts.fct_services as facts
        left join signals on facts.signal_id = signals.signal_id
        left join marts.dim_pilot as pilots on facts.pilot = pilots.pilot
        left join standard.services as norms on facts.service = norms.service
    """,
    # A claim is about nobody: only its district, pilot and month are known.
    "costs": """
        select
            claims.district,
            claims.pilot,
            claims.month as day,
            coalesce(pilots.programme, 'unknown') as programme,
            coalesce(pilots.working_model, 'unknown') as working_model,
            'unknown' as corporation,
            'unknown' as partner_type,
            'unknown' as sex,
            'unknown' as age_band,
            'unknown' as household_type,
            'unknown' as repeat,
            claims.amount,
            true as is_claim,
        from marts.fct_claims as claims
        left join marts.dim_pilot as pilots on claims.pilot = pilots.pilot
        union all
        select
            district, pilot, day, programme, working_model, corporation, partner_type,
            sex, age_band, household_type, repeat, null as amount, false as is_claim,
        from signals
        where (district, pilot) in (select (district, pilot) from marts.fct_claims)
    """,
    "claims": "select * from costs where is_claim",
}

WITH_NORM = "hours is not null and norm_hours is not null"


def by_service(amount: str, among: str) -> str:
    """Add up an amount by kind of service, in a map."""
    pairs = f"list((service, {amount})) filter ({among})"
    return f"""coalesce(map_from_entries(list_transform(
        list_distinct(list_transform({pairs}, lambda pair: pair[1])),
        lambda name: (name, list_sum(list_transform(
            list_filter({pairs}, lambda pair: pair[1] = name), lambda pair: pair[2]
        )))
    )), map())"""


FIGURES = {
    "services": {
        "services": count(),
        "services_by_product": by_code("service"),
        "hours_per_service": mean("hours"),
        "hours_by_product": Figure(
            by_service("hours", "hours is not null"),
            unknown=units("hours is not null and service in ('unknown', 'unmapped')"),
        ),
        "hours_against_norm": Figure(
            f"coalesce(sum(hours) filter ({WITH_NORM}), 0)",
            f"coalesce(sum(norm_hours) filter ({WITH_NORM}), 0)",
        ),
        "hours_against_norm_by_product": Figure(
            by_service("hours", WITH_NORM), by_service("norm_hours", WITH_NORM)
        ),
        "service_hours": total("hours"),
        "no_show_share": share(
            "nullif(nullif(close_code, 'unknown'), 'unmapped') = 'no_show'",
            "is_trajectory and (ended_date is not null or status = 'closed')",
        ),
        "aftercare_3_months_share": share(
            "aftercare_3_months", "(ended_date is not null or status = 'closed')"
        ),
        "aftercare_6_months_share": share(
            "aftercare_6_months", "(ended_date is not null or status = 'closed')"
        ),
    },
    "signals": {"visit_attempts": total("visits")},
    "claims": {"cost_total": told_total("amount")},
    "costs": {
        "cost_per_signal": Figure(
            "sum(amount)",
            units("not is_claim"),
            units("is_claim and amount is null"),
        ),
    },
}
