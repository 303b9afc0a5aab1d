"""Numbers, dates and shares in the notation of the visitor's language.

A number in a text of its own is `Written`: a spreadsheet gets the number itself.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from babel.dates import format_date as format_day
from babel.dates import get_day_names, get_month_names
from babel.numbers import (
    format_decimal,
    format_percent,
    get_decimal_symbol,
    get_group_symbol,
)
from flask_babel import format_currency, format_date

from dashboard.model.measures import Measure
from dashboard.words.i18n import current_locale, language
from dashboard.words.i18n import gettext as _
from dashboard.words.written import Written

NOTHING = "–"
_HALF_A_PERCENT, _LEAST = 0.005, 0.001
_REMEMBERED = 100_000

Width = Literal["wide", "abbreviated"]


def number(value: float | None, decimals: int = 0) -> str:
    """Write a number with thousands and at most `decimals` decimals."""
    if value is None:
        return NOTHING
    return Written(_decimal(value, decimals, language()), float(value))


def percent(value: float | None) -> str:
    """Write a fraction as whole per cents; what is hardly none or all gets a decimal.

    So `0%` is said of nothing only, and `100%` of everything.
    """
    if value is None:
        return NOTHING
    return Written(_percent(value, language()), float(value), "percent")


def euro(value: float | None) -> str:
    """Write an amount in whole euros."""
    if value is None:
        return NOTHING
    text = format_currency(value, "EUR", "¤ #,##0", currency_digits=False)
    return Written(_minus(text), float(value), "euro")


# A page writes thousands of numbers, and the same ones on every visit.
@lru_cache(maxsize=_REMEMBERED)
def _decimal(value: float, decimals: int, locale: str) -> str:
    pattern = "#,##0" + ("." + "#" * decimals if decimals else "")
    return _minus(format_decimal(value, pattern, locale))


@lru_cache(maxsize=_REMEMBERED)
def _percent(value: float, locale: str) -> str:
    if not (0 < value < _HALF_A_PERCENT or 1 - _HALF_A_PERCENT <= value < 1):
        return _minus(format_percent(value, "#,##0%", locale))
    if value < _LEAST:
        return "<" + format_percent(_LEAST, "0.0%", locale)
    if value > 1 - _LEAST:
        return ">" + format_percent(1 - _LEAST, "0.0%", locale)
    return format_percent(value, "0.0%", locale)


def _minus(text: str) -> str:
    """Write a minus sign, as wide as a plus; Dutch notation has a hyphen for it."""
    return text.replace("-", "\N{MINUS SIGN}")


def separators() -> str:
    """Return the decimal mark and the thousands mark, as plotly wants them."""
    return get_decimal_symbol(current_locale()) + get_group_symbol(current_locale())


def month_names(width: Width) -> list[str]:
    """Return the names of the months, January first."""
    names = get_month_names(width, locale=current_locale())
    return [names[place] for place in range(1, 13)]


def day_names(width: Width) -> list[str]:
    """Return the names of the days, Sunday first, as plotly wants them."""
    names = get_day_names(width, locale=current_locale())
    return [names[(place + 6) % 7] for place in range(7)]


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
    return _month(value, "MMM yyyy" if is_short else "MMMM yyyy", language())


@lru_cache(maxsize=_REMEMBERED)
def _month(value: date, pattern: str, locale: str) -> str:
    return format_day(value, pattern, locale)


def amount(value: float | None, number_format: str) -> str:
    """Write `value` as the catalogue asks: `percent`, `euro`, `count`, `days`..."""
    if number_format == "percent":
        return percent(value)
    if number_format == "euro":
        return euro(value)
    return number(value, decimals=1)


def tick_prefix(number_format: str) -> str:
    """Return what stands before the numbers of an axis of such amounts."""
    return "€ " if number_format == "euro" else ""


def numerator(measure: Measure) -> str:
    """Write the numerator; that of a mean of amounts is itself an amount."""
    is_amount = measure.indicator.number_format == "euro"
    return euro(measure.numerator) if is_amount else number(measure.numerator, 1)


def state_text(measure: Measure) -> str:
    """Say why there is no value: the things that are not the same."""
    return {
        "known": "",
        "unknown": _("Unknown"),
        "not_applicable": _("Not applicable"),
        "not_delivered": _("Not delivered"),
        "hidden": _("Too small to show"),
    }[measure.state]


def headline(measure: Measure) -> str:
    """Write the value of a measure, or say why there is none."""
    if measure.state != "known":
        return state_text(measure)
    return amount(measure.value, measure.indicator.number_format)


def interval(measure: Measure) -> str:
    """Write the 95% interval as `54–76%`, empty without one."""
    if measure.lower is None or measure.upper is None:
        return ""
    low, high = percent(measure.lower), percent(measure.upper)
    return f"{low.removesuffix('%')}–{high}"


def fraction(measure: Measure) -> str:
    """Write `49 of 75`, or only the number when nothing is divided."""
    if measure.state in ("not_delivered", "hidden"):
        return NOTHING
    if measure.denominator is None:
        return numerator(measure)
    if measure.indicator.is_middle:
        # A median divides nothing: its numerator says nothing beside it.
        return _("over %(count)s") % {"count": number(measure.denominator, 1)}
    return _("%(part)s of %(whole)s") % {
        "part": numerator(measure),
        "whole": number(measure.denominator, 1),
    }
