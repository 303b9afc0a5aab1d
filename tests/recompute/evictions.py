"""The city's register of evictions: of a whole district, never of a pilot or group."""

from tests.recompute.figure import Figure, total

TABLES = {
    "evictions": "select *, month as day from marts.fct_evictions_monthly",
}

BOTH_KNOWN = "announced is not null and executed is not null"

FIGURES = {
    "evictions": {
        "evictions_announced": total("announced"),
        "evictions_executed": total("executed"),
        "evictions_averted": total("announced - executed"),
        "eviction_executed_share": Figure(
            f"coalesce(sum(executed) filter ({BOTH_KNOWN}), 0)",
            f"coalesce(sum(announced) filter ({BOTH_KNOWN}), 0)",
        ),
    },
}


def area(where: dict[str, str], districts: dict[str, str]) -> dict[str, str] | None:
    """What a state asks of the register; None when it is not about districts.

    `districts` has the district of every pilot that works in one.
    """
    if set(where) - {"district", "pilot"}:
        return None
    district = where.get("district") or districts.get(where.get("pilot", ""))
    return {"district": district} if district else {}
