"""Values in words and in rows, the same wherever they stand below a chart."""

from collections.abc import Iterable, Sequence

from dashboard.components.chart import Table
from dashboard.model.measures import Measure
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.written import Written


def said(measure: Measure) -> str:
    """Return a value with its parts, such as `65% (49 of 75)`, or why there is none."""
    if measure.state != "known":
        return formats.state_text(measure)
    if measure.denominator is None or measure.indicator.is_middle:
        return formats.headline(measure)
    value = formats.headline(measure)
    text = f"{value} ({formats.fraction(measure)})"
    if not isinstance(value, Written):
        return text
    return Written(
        text,
        value.value,
        value.style,
        part=measure.numerator,
        whole=measure.denominator,
    )


def values_table(first: str, rows: Iterable[tuple[str, Measure]]) -> Table:
    """Return a table with a row per named value; `first` heads the names."""
    head = [
        first,
        _("Numerator"),
        _("Denominator"),
        _("Value"),
        _("95% interval"),
        _("Unknown"),
    ]
    body = [
        [
            name,
            formats.numerator(one),
            formats.number(one.denominator, 1),
            formats.headline(one),
            formats.interval(one) or formats.NOTHING,
            formats.number(one.unknown),
        ]
        for name, one in rows
    ]
    return head, body


def lowest_and_highest(rows: Sequence[tuple[str, Measure]]) -> str:
    """Say in words which of the known values is lowest and which is highest."""
    known = [(name, one) for name, one in rows if one.value is not None]
    if not known:
        return _("Nothing is known here.")
    low = min(known, key=lambda row: row[1].value or 0)
    high = max(known, key=lambda row: row[1].value or 0)
    return _("Lowest: %(low)s, %(low_value)s; highest: %(high)s, %(high_value)s.") % {
        "low": low[0],
        "low_value": said(low[1]),
        "high": high[0],
        "high_value": said(high[1]),
    }
