"""The codes of the indicator catalogue in words."""

from dashboard.words.i18n import gettext as _


def themes() -> dict[str, str]:
    """Return the themes in the order in which they are shown."""
    return {
        "signals": _("Signals"),
        "reach": _("Reach and visits"),
        "results": _("Results"),
        "time_limits": _("Time limits"),
        "bailiff": _("Bailiff"),
        "evictions": _("Evictions"),
        "follow_up": _("Follow-up"),
        "recidivism": _("Recidivism"),
        "services": _("Services and costs"),
        "conferences": _("Eigen Kracht conferences"),
        "plan": _("Plan"),
        "quality": _("Quality of the registration"),
    }


def units() -> dict[str, str]:
    """Return what an indicator counts."""
    return {
        "signal": _("signals"),
        "household": _("households"),
        "eviction": _("evictions"),
        "service": _("services"),
        "claim": _("claims"),
        "conference": _("conferences"),
        "field": _("fields filled in"),
        "delivery": _("deliveries"),
        "attempt": _("attempts"),
    }


def directions() -> dict[str, str]:
    """Return what a higher value means."""
    return {
        "good": _("higher is better"),
        "bad": _("lower is better"),
        "neutral": _("neither high nor low is better"),
    }


def aggregates() -> dict[str, str]:
    """Return how units are added up."""
    return {
        "count": _("number"),
        "distinct": _("number of different ones"),
        "sum": _("sum"),
        "share": _("share, with a 95% interval"),
        "mean": _("mean"),
        "median": _("median"),
        "p90": _("90th percentile"),
        "min": _("smallest"),
        "max": _("largest"),
        "per_month": _("number a month"),
        "per_1000": _("number per 1,000 dwellings"),
        "curve": _("curve"),
    }


def sources() -> dict[str, str]:
    """Return where an indicator comes from, by the words of the catalogue."""
    return {
        "programme": _("programme"),
        "pilot A": _("pilot A"),
        "pilot B": _("pilot B"),
        "pilot B, follow-up": _("pilot B, follow-up"),
        "national monitor": _("national monitor"),
        "city register": _("city register"),
        "service book": _("service book"),
        "Eigen Kracht": "Eigen Kracht",
        "Noord 2006": "Noord 2006",
        "checks": _("the checks"),
        "norm: 14 days": _("norm: 14 days"),
        "norm: 28 days": _("norm: 28 days"),
        "norm: 1 working day": _("norm: 1 working day"),
        "norm: 5 working days": _("norm: 5 working days"),
        "norm: 3 months": _("norm: 3 months"),
        "norm: 6 months": _("norm: 6 months"),
    }
