"""Charts over the months of a view, none left out between the first and the last."""

from collections.abc import Sequence
from datetime import date

from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import name_of, why_empty
from dashboard.charts.noted_chart import noted_chart
from dashboard.charts.values_table import said
from dashboard.components.chart import Table, empty_chart
from dashboard.model.measures import Measure, Measures
from dashboard.model.periods import Period, months_between
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

Months = dict[date, Measures]
"""The values of every month of a view, in order; those of an empty month are empty."""

_PATTERNS = ("", "/", ".", "x", "\\")
_MOST_SERIES = 5


def by_month(view: View) -> Months:
    """Return the values of a view month by month."""
    found = {
        period.first: values
        for code, values in view.split("month").items()
        if (period := Period.parse(code))
    }
    if not found:
        return {}
    nothing = Measures(view.values.catalogue)
    whole = months_between(min(found), max(found))
    return {month: found.get(month, nothing) for month in whole}


def _since_first(months: Months, shown: Sequence[Measure]) -> Months:
    """The months from the first to the last of which anything here is known."""
    known = [
        month
        for month, values in months.items()
        if any(_of(values, one).value is not None for one in shown)
    ]
    if not known:
        return {}
    return {month: months[month] for month in months_between(known[0], known[-1])}


def counts(
    values: Measures, months: Months, keys: Sequence[tuple[str, str]], title: str
) -> Component:
    """Draw counts per month on top of each other.

    `keys` name what is counted, as indicator and category; only the largest few have
    room, the table has them all.
    """
    whole = [values.get(*key) for key in keys]
    largest = sorted(whole, key=lambda one: one.numerator or 0, reverse=True)
    shown = [one for one in whole if one in largest[:_MOST_SERIES] and one.numerator]
    indicator = whole[0].indicator
    months = _since_first(months, shown)
    if not months:
        return empty_chart(title, why_empty(whole[0]), indicator)
    series = [
        figures.Series(
            name_of(one),
            [_of(month, one).numerator for month in months.values()],
            theme.SERIES[place],
            pattern=_PATTERNS[place],
        )
        for place, one in enumerate(shown)
    ]
    return noted_chart(
        f"months-{indicator.indicator_id.replace('_', '-')}",
        title,
        figures.month_bars(_labels(months), series),
        months=list(months),
        summary=_in_words(months, shown),
        table=_table(months, [one for one in whole if one.state != "not_delivered"]),
        indicator=indicator,
    )


def lines(
    values: Measures, months: Months, indicator_ids: Sequence[str], title: str
) -> Component:
    """Draw values per month as lines: all of them shares, or none of them."""
    whole = [values.get(name) for name in indicator_ids]
    shown = [one for one in whole if one.state == "known"]
    indicator = whole[0].indicator
    months = _since_first(months, shown)
    if not months:
        return empty_chart(title, why_empty(whole[0]), indicator)
    series = [_line(months, place, one) for place, one in enumerate(shown)]
    return noted_chart(
        f"lines-{indicator.indicator_id.replace('_', '-')}",
        title,
        figures.month_lines(
            _labels(months),
            series,
            is_share=shown[0].indicator.is_share,
            prefix=formats.tick_prefix(indicator.number_format),
        ),
        months=list(months),
        summary=_first_and_last(months, shown),
        table=_table(months, shown),
        indicator=indicator,
    )


def _line(months: Months, place: int, whole: Measure) -> figures.Series:
    found = {month: _of(values, whole) for month, values in months.items()}
    return figures.Series(
        name_of(whole),
        [one.value for one in found.values()],
        theme.SERIES[place],
        theme.SYMBOLS[place],
        texts=[
            f"{formats.month(month)}: {name_of(whole)} {said(one)}"
            for month, one in found.items()
        ],
    )


def _of(values: Measures, whole: Measure) -> Measure:
    return values.get(whole.indicator.indicator_id, whole.category)


def _labels(months: Months) -> list[str]:
    return [formats.month(month, is_short=True) for month in months]


def _in_words(months: Months, shown: Sequence[Measure]) -> str:
    parts = [_("%(months)s months") % {"months": len(months)}]
    for one in shown:
        found = {month: _of(values, one).numerator for month, values in months.items()}
        most = max(found, key=lambda month: found[month] or 0)
        parts.append(
            _("%(name)s %(all)s, most in %(month)s: %(count)s")
            % {
                "name": name_of(one),
                "all": formats.number(one.numerator),
                "month": formats.month(most),
                "count": formats.number(found[most]),
            }
        )
    return "; ".join(parts)


def _first_and_last(months: Months, shown: Sequence[Measure]) -> str:
    parts = []
    for one in shown:
        found = {month: _of(values, one) for month, values in months.items()}
        known = {month: item for month, item in found.items() if item.state == "known"}
        if known:
            parts.append(
                _("%(name)s: %(first)s in %(start)s, %(last)s in %(end)s")
                % {
                    "name": name_of(one),
                    "first": formats.headline(known[min(known)]),
                    "start": formats.month(min(known)),
                    "last": formats.headline(known[max(known)]),
                    "end": formats.month(max(known)),
                }
            )
    return "; ".join(parts)


def _table(months: Months, whole: Sequence[Measure]) -> Table:
    head = [_("Month"), *(name_of(one) for one in whole)]
    body = [
        [formats.month(month), *(said(_of(values, one)) for one in whole)]
        for month, values in months.items()
    ]
    return head, body


def all_months(found: dict[date, Measure]) -> dict[date, Measure]:
    """Return values for every month from the first to the last, gaps included."""
    if not found:
        return {}
    nothing = Measure(next(iter(found.values())).indicator, is_delivered=False)
    whole = months_between(min(found), max(found))
    return {month: found.get(month, nothing) for month in whole}
