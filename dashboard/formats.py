"""Numbers, dates and shares in the notation of the visitor's language."""

from datetime import date, datetime

from flask_babel import (
    format_currency,
    format_date,
    format_decimal,
    format_percent,
)

from dashboard.i18n import gettext as _
from dashboard.measures import Measure

NOTHING = "–"


def number(value: float | None, decimals: int = 0) -> str:
    """Write a number with thousands and at most `decimals` decimals."""
    if value is None:
        return NOTHING
    return format_decimal(value, "#,##0" + ("." + "#" * decimals if decimals else ""))


def percent(value: float | None) -> str:
    """Write a fraction as whole per cents."""
    return NOTHING if value is None else format_percent(value, "#,##0%")


def euro(value: float | None) -> str:
    """Write an amount in whole euros."""
    if value is None:
        return NOTHING
    return format_currency(value, "EUR", "¤ #,##0", currency_digits=False)


def day(value: date | None) -> str:
    """Write a day with the month in letters."""
    return NOTHING if value is None else format_date(value, "d MMMM yyyy")


def moment(value: datetime | None) -> str:
    """Write a day and a time."""
    if value is None:
        return NOTHING
    return f"{format_date(value, 'd MMM yyyy')} {value:%H:%M}"


def month(value: date, *, is_short: bool = False) -> str:
    """Write a month, as `mrt 2007` when short."""
    return format_date(value, "MMM yyyy" if is_short else "MMMM yyyy")


def amount(value: float | None, unit: str) -> str:
    """Write `value` as its unit asks: a share, euros, or a number."""
    if unit == "%":
        return percent(value)
    if unit == "EUR":
        return euro(value)
    return number(value, decimals=1)


def state_text(measure: Measure) -> str:
    """Say why there is no value: the four things that are not the same."""
    return {
        "known": "",
        "unknown": _("Unknown"),
        "not_applicable": _("Not applicable"),
        "not_delivered": _("Not delivered"),
    }[measure.state]


def headline(measure: Measure) -> str:
    """Write the value of a measure, or say why there is none."""
    if measure.state != "known":
        return state_text(measure)
    return amount(measure.value, measure.indicator.unit)


def interval(measure: Measure) -> str:
    """Write the 95% interval as `54–76%`, empty without one."""
    if measure.lower is None or measure.upper is None:
        return ""
    low, high = percent(measure.lower), percent(measure.upper)
    return f"{low.removesuffix('%')}–{high}"


def fraction(measure: Measure) -> str:
    """Write `49 of 75`, or only the number when nothing is divided."""
    if measure.state == "not_delivered":
        return NOTHING
    if measure.denominator is None:
        return number(measure.numerator)
    return _("%(part)s of %(whole)s") % {
        "part": number(measure.numerator),
        "whole": number(measure.denominator),
    }
