"""Charts of an indicator that is split into categories, in words and in numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.values_table import said, values_table
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Indicator, Measure, Measures
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_MOST_ROWS_WITH_ZERO = 8


def shares(values: Measures, indicator_id: str, title: str = "") -> Component:
    """Draw how units are distributed; the unknown ones have a hatched bar of their own.

    All categories have one denominator; `title` replaces the name of the indicator.
    """
    found = values.categories(indicator_id)
    unknown = _unknown_row(found)
    parts = [_part(item) for item in _drawn(found)]
    if unknown:
        parts.append(unknown)
    return _chart(values, indicator_id, title, parts)


def apart(values: Measures, indicator_id: str, title: str = "") -> Component:
    """Draw a share per category, each of its own units, with its own unknowns."""
    found = values.categories(indicator_id)
    return _chart(values, indicator_id, title, [_part(item) for item in found])


def in_words(measures: Iterable[Measure]) -> str:
    """Say what a chart shows: every value after its name."""
    return "; ".join(f"{name_of(item)}: {said(item)}" for item in measures)


def name_of(measure: Measure) -> str:
    """Return the name of a category, or of the indicator that has none."""
    return measure.label or measure.indicator.label


def why_empty(measure: Measure) -> str:
    """Say why a chart has nothing to draw."""
    return formats.state_text(measure) or _("Zero in every category")


def one_group_only() -> str:
    """Say why a split by a group is not shown beside another one."""
    return _("Shown as long as no other group of households is chosen.")


def _chart(
    values: Measures, indicator_id: str, title: str, parts: Sequence[figures.Part]
) -> Component:
    indicator = values.indicator(indicator_id)
    title = title or indicator.label
    found = values.categories(indicator_id)
    if not any(part.value for part in parts):
        return empty_chart(title, why_empty(_first(values, indicator)), indicator)
    return chart(
        indicator_id.replace("_", "-"),
        title,
        figures.category_bars(parts),
        summary=in_words(item for item in found if item.numerator),
        table=values_table(title, [(name_of(item), item) for item in found]),
        indicator=indicator,
    )


def _first(values: Measures, indicator: Indicator) -> Measure:
    """The value that says why there are no others."""
    found = values.categories(indicator.indicator_id)
    unsure = [item for item in found if item.state != "known" or item.unknown]
    if not found:
        return values.get(indicator.indicator_id)
    # All units are unknown: then none of the categories can be told to be zero.
    return replace(unsure[0], value=None) if unsure else found[0]


def _drawn(found: Sequence[Measure]) -> list[Measure]:
    """What occurred or is hidden; what never did only while there is room."""
    if len(found) <= _MOST_ROWS_WITH_ZERO:
        return list(found)
    return [item for item in found if item.numerator or item.state == "hidden"]


def _part(measure: Measure) -> figures.Part:
    if measure.state != "known":
        text = formats.state_text(measure)
        return figures.Part(measure.label, None, text, state="hidden")
    if not measure.numerator:
        return figures.Part(
            measure.label, 0.0, formats.fraction(measure), upper=None, state="zero"
        )
    return figures.Part(
        measure.label,
        measure.value,
        text=said(measure),
        note=_parts_of(measure),
        lower=measure.lower,
        upper=measure.upper,
        state="unknown" if measure.category == "unknown" else "known",
    )


def _parts_of(measure: Measure) -> str:
    return f"{formats.fraction(measure)} · {formats.percent(measure.value)}"


def _unknown_row(found: Sequence[Measure]) -> figures.Part | None:
    """How large the part is of which nothing is known; none when all is known."""
    first = next((item for item in found if item.state == "known"), None)
    is_listed = any(item.category == "unknown" for item in found)
    if first is None or is_listed or not first.unknown or not first.denominator:
        return None
    share = first.unknown / first.denominator
    parts = _("%(part)s of %(whole)s") % {
        "part": formats.number(first.unknown),
        "whole": formats.number(first.denominator),
    }
    note = f"{parts} · {formats.percent(share)}"
    return figures.Part(
        _("unknown"),
        share,
        note,
        note,
        state="unknown",
    )
