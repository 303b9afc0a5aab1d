"""The charts of recidivism: shares within a window, and curves over the days."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import in_words, why_empty
from dashboard.charts.values_table import said, values_table
from dashboard.components.attributes import hook, named
from dashboard.components.chart import Table, chart, empty_chart
from dashboard.model.measures import Measures
from dashboard.release import curves as survival
from dashboard.release import recidivism_queries
from dashboard.release.curves import TICKS, Curves, GroupCurve, Point
from dashboard.release.view import View
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.figures.statistics.survival import LogRank

_MOST_CURVES = 5
_ON_THE_AXIS = (0, 6, 12, 18, 24)
_MONTHS = dict(zip(TICKS, (0, 3, 6, 9, 12, 18, 24), strict=True))
_LEAST_TICKS = 3
_SELDOM = 0.05
_SMALLEST_P = 0.001


def windows(values: Measures, names: Sequence[str]) -> Component:
    """Draw who came back within each window, with intervals."""
    found = [values.get(name) for name in names]
    known = [item for item in found if item.state == "known"]
    title = _("Back within the window")
    if not known:
        return empty_chart(title, why_empty(found[0]), found[0].indicator)
    series = figures.Series(
        title,
        [item.value for item in known],
        lower=[item.lower for item in known],
        upper=[item.upper for item in known],
        texts=[said(item) for item in known],
    )
    labels = [item.indicator.label for item in known]
    return chart(
        "recidivism",
        title,
        figures.interval_dots(labels, [series]),
        summary=in_words(known),
        table=values_table(
            _("Window"), [(item.indicator.label, item) for item in found]
        ),
        indicator=known[0].indicator,
    )


def grouping_names() -> dict[str, str]:
    """Return by what curves can be grouped, in words."""
    return {
        "pilot": _("Pilot"),
        "model": _("Way of working"),
        "district": _("District"),
        "repeat": _("First or repeat"),
        "accepted": _("Help accepted or not"),
    }


def curves(view: View, outcome: str, grouping: str) -> list[Component]:
    """Draw the curves of a view, say whether they differ, and who was left out."""
    title = {
        "signal": _("Free of a new signal"),
        "bailiff": _("Free of the bailiff"),
    }[outcome]
    indicator = view.values.indicator("recidivism_curve")
    if not recidivism_queries.has_curves(view.release):
        return [empty_chart(title, _("Not delivered"), indicator)]
    found = survival.curves(view.release, view.selection, outcome, grouping)
    names = _group_names(view, grouping)
    shown = _largest([one for one in found.groups if not one.is_hidden])
    if not shown:
        is_hidden = any(one.is_hidden for one in found.groups)
        why = _("Too small to show") if is_hidden else _("Nobody was followed")
        return [empty_chart(title, why, indicator), *_left_out(found)]
    return [
        chart(
            "curves",
            title,
            figures.step_curves(
                [_curve(one, names) for one in shown],
                _ticks(shown),
                _("Months after closing"),
                _("Still followed, after so many months"),
            ),
            summary=_in_words(shown, names),
            table=_table(found.groups, names),
            indicator=indicator,
        ),
        *_remarks(found, shown),
    ]


def _group_names(view: View, grouping: str) -> dict[str, str]:
    if grouping == "all":
        return {"all": _("All cases")}
    if grouping == "accepted":
        return {
            "yes": _("Help accepted"),
            "no": _("Help not accepted"),
            "unknown": _("Unknown"),
        }
    return view.labels(grouping)


def _largest(groups: Sequence[GroupCurve]) -> list[GroupCurve]:
    """The groups that have room on the chart: those with most cases."""
    largest = sorted(groups, key=lambda one: one.left[0], reverse=True)[:_MOST_CURVES]
    return [one for one in groups if one in largest]


def _ticks(groups: Sequence[GroupCurve]) -> list[tuple[int, str]]:
    """The days on the axis, up to the first on which nobody is followed."""
    count = max(sum(left > 0 for left in one.left) for one in groups)
    reach = TICKS[: max(_LEAST_TICKS, count + 1)]
    return [(day, str(_MONTHS[day])) for day in reach if _MONTHS[day] in _ON_THE_AXIS]


def _curve(group: GroupCurve, names: dict[str, str]) -> figures.Curve:
    name = names.get(group.code, group.code)
    points = group.points
    return figures.Curve(
        name,
        [one.day for one in points],
        [one.survival for one in points],
        [one.lower for one in points],
        [one.upper for one in points],
        [
            formats.number(count)
            for day, count in zip(TICKS, group.left, strict=True)
            if _MONTHS[day] in _ON_THE_AXIS
        ],
        [
            _("%(name)s, day %(day)s: %(share)s")
            % {"name": name, "day": one.day, "share": _share(one)}
            for one in points
        ],
    )


def _share(point: Point | None) -> str:
    if point is None:
        return formats.NOTHING
    if point.lower is None or point.upper is None:
        return formats.percent(point.survival)
    low = formats.percent(point.lower).removesuffix("%")
    return f"{formats.percent(point.survival)} ({low}–{formats.percent(point.upper)})"


def _in_words(groups: Sequence[GroupCurve], names: dict[str, str]) -> str:
    return "; ".join(
        _("%(name)s: after 6 months %(six)s still free, after 12 months %(twelve)s")
        % {
            "name": names.get(one.code, one.code),
            "six": _share(one.at(TICKS[2])),
            "twelve": _share(one.at(TICKS[4])),
        }
        for one in groups
    )


def _table(groups: Sequence[GroupCurve], names: dict[str, str]) -> Table:
    head = [
        _("Group"),
        _("After months"),
        _("Still free (95% interval)"),
        _("Followed"),
    ]
    body = []
    for one in groups:
        name = names.get(one.code, one.code)
        if one.is_hidden:
            body.append(
                [name, formats.NOTHING, _("Too small to show"), formats.NOTHING]
            )
            continue
        body += [
            [name, str(_MONTHS[day]), _share(one.at(day)), formats.number(left)]
            for day, left in zip(TICKS, one.left, strict=True)
            if left
        ]
    return head, body


def _remarks(found: Curves, shown: Sequence[GroupCurve]) -> list[Component]:
    hidden = sum(one.is_hidden for one in found.groups)
    crowded = len(found.groups) - hidden - len(shown)
    remarks = [
        *([_test(found.test)] if found.test and len(shown) > 1 else []),
        *([_not_drawn(crowded)] if crowded else []),
        *([_hidden(hidden)] if hidden else []),
        *([_coarse(found.smallest)] if found.smallest else []),
    ]
    return [*remarks, *_left_out(found)]


def _test(test: LogRank) -> Component:
    is_seldom = test.p_value < _SELDOM
    verdict = (
        _("Chance alone seldom makes curves differ so much")
        if is_seldom
        else _("Chance alone can make curves differ as much as these do")
    )
    p_value = (
        _("p < %(p)s") % {"p": formats.number(_SMALLEST_P, 3)}
        if test.p_value < _SMALLEST_P
        else _("p = %(p)s") % {"p": formats.number(test.p_value, 3)}
    )
    numbers = _(
        "log-rank: χ² = %(statistic)s, degrees of freedom %(degrees)s, %(p)s"
    ) % {
        "statistic": formats.number(test.statistic, 2),
        "degrees": test.degrees,
        "p": p_value,
    }
    return html.P(
        [
            html.Strong(verdict),
            " (",
            html.Span(numbers, **hook("log_rank", test.statistic)),
            ").",
        ],
        className="remark",
        **named("data-p-value", f"{test.p_value}"),
    )


def _not_drawn(count: int) -> Component:
    text = _("%(count)s smaller groups are in the table, not in the chart.")
    return html.P(text % {"count": count}, className="remark")


def _hidden(count: int) -> Component:
    text = _("%(count)s groups are too small to show.")
    return html.P(text % {"count": count}, className="remark")


def _coarse(smallest: int) -> Component:
    text = _(
        "Steps of fewer than %(smallest)s households are taken together and the "
        "numbers below the chart rounded down to multiples of it, so that nobody can "
        "be recognised."
    )
    return html.P(text % {"smallest": smallest}, className="remark")


def _left_out(found: Curves) -> list[Component]:
    if found.closed is None:
        return []
    text = _(
        "%(closed)s closed cases; %(left)s are left out: nobody followed them."
    ) % {
        "closed": formats.number(found.closed),
        "left": formats.number(found.not_followed),
    }
    return [
        html.P(
            text,
            className="remark",
            **named("data-closed", str(found.closed)),
            **named("data-not-followed", str(found.not_followed)),
        )
    ]
