"""The steps of the bailiff as streams from one to the next."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import in_words, why_empty
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_ARROW = " → "


def way_past_the_bailiff(values: Measures) -> Component:
    """Draw how households go from step to step, and where that ends."""
    indicator = values.indicator("bailiff_flow")
    found = values.categories("bailiff_flow")
    # Where a household enters shows by itself; where it stops does not.
    drawn = [one for one in found if one.numerator and not _is_entry(one)]
    title = _("Steps at the bailiff")
    if not drawn:
        first = found[0] if found else values.get("bailiff_flow")
        return empty_chart(title, why_empty(first), indicator)
    return chart(
        "bailiff-flow",
        title,
        figures.flow(_steps(drawn), [_stream(one) for one in drawn]),
        summary=in_words(drawn),
        table=(
            [_("Transition"), _("Households")],
            [[one.label, formats.headline(one)] for one in found],
        ),
        indicator=indicator,
        # The streams need a wide screen; on a narrow one the table stands for them.
        is_open=True,
    )


def _is_entry(measure: Measure) -> bool:
    return measure.category.startswith("start>")


def _ends(measure: Measure) -> tuple[str, str]:
    start, _arrow, end = measure.label.partition(_ARROW)
    return start, end


def _steps(drawn: Sequence[Measure]) -> list[str]:
    """The names of the steps in the order of the way: starts first, endings last."""
    starts = [_ends(one)[0] for one in drawn]
    return list(dict.fromkeys([*starts, *(_ends(one)[1] for one in drawn)]))


def _stream(measure: Measure) -> figures.Stream:
    start, end = _ends(measure)
    text = f"{measure.label}: {formats.number(measure.numerator)}"
    return figures.Stream(start, end, measure.numerator or 0, text)
