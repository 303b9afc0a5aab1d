"""The chart of the comparison: shares side by side, each with its interval."""

from collections.abc import Sequence

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.values_table import said
from dashboard.components.chart import chart, empty_chart
from dashboard.model.measures import Measure
from dashboard.pages.compare.differences import Pair, difference_text
from dashboard.server import theme
from dashboard.words.i18n import gettext as _

_NAMED = 3
"""How many differences are named in words; all are marked in the table."""


def share_intervals(pairs: Sequence[Pair], heads: Sequence[str]) -> Component:
    """Draw the shares that either side knows, each with its interval."""
    shown = [
        pair
        for pair in pairs
        if "known" in (pair.left.state, pair.right.state) and pair.indicator.is_share
    ]
    name = _("Shares with their 95% intervals")
    if not shown:
        return empty_chart(name, _("Neither side knows any of these shares."))
    looks = [(theme.BLUE, "circle"), (theme.ORANGE, "diamond")]
    sides = [[pair.left for pair in shown], [pair.right for pair in shown]]
    series = [
        _series(head, measures, *look)
        for head, measures, look in zip(heads, sides, looks, strict=True)
    ]
    rows = [
        [pair.indicator.label, said(pair.left), said(pair.right), difference_text(pair)]
        for pair in shown
    ]
    return chart(
        "compare",
        name,
        figures.interval_dots([pair.indicator.label for pair in shown], series),
        summary=in_words(shown),
        table=([_("Indicator"), *heads, _("Difference")], rows),
    )


def in_words(pairs: Sequence[Pair]) -> str:
    """Say which shares lie further apart than chance often brings them."""
    judged = [pair for pair in pairs if pair.interval is not None]
    apart = [pair for pair in judged if pair.interval and pair.interval.excludes_zero]
    if not judged:
        return _("There is no share that both sides know.")
    if not apart:
        return _(
            "Of %(count)s shares none lies further apart than chance often brings."
        ) % {"count": len(judged)}
    furthest = sorted(apart, key=lambda pair: -abs(pair.amount or 0))[:_NAMED]
    named = "; ".join(
        _("%(label)s %(left)s against %(right)s")
        % {
            "label": pair.indicator.label,
            "left": said(pair.left),
            "right": said(pair.right),
        }
        for pair in furthest
    )
    return _(
        "Of %(count)s shares %(apart)s lie further apart than chance often brings; "
        "furthest: %(named)s."
    ) % {"count": len(judged), "apart": len(apart), "named": named}


def _series(
    name: str, measures: list[Measure], color: str, symbol: str
) -> figures.Series:
    return figures.Series(
        name,
        [item.value for item in measures],
        color,
        symbol,
        lower=[item.lower for item in measures],
        upper=[item.upper for item in measures],
        texts=[f"{name}: {said(item)}" for item in measures],
    )
