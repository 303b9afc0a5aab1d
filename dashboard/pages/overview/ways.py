"""Which way of working does better, as far as the figures can tell."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts.category_charts import name_of, one_group_only
from dashboard.charts.values_table import said
from dashboard.components.chart import Table, chart, reading_rule
from dashboard.components.section import section
from dashboard.model.measures import Measures
from dashboard.model.selection import to_search
from dashboard.release.view import View
from dashboard.server import theme
from dashboard.words.i18n import gettext as _

INDICATORS = (
    "reached_share",
    "paid_or_arranged_share",
    "accepted_share",
    "bailiff_during_share",
    "recidivism_signal_6",
)
_FEWEST = 2

Ways = dict[str, Measures]
"""The values of every way of working, by its name."""


def ways(view: View) -> Component:
    """Return the shares of the ways of working side by side, where there are two."""
    found = _ways(view)
    content = [_rule(), _chart(found)] if len(found) >= _FEWEST else [_too_few(view)]
    return section(
        "ways",
        _("Which way of working does better?"),
        _("The ways of working side by side, each share with its 95% interval."),
        [*content, _link(view)],
    )


def _ways(view: View) -> Ways:
    if not view.is_prepared("model"):
        return {}
    labels = view.labels("model")
    return {
        labels.get(code, code): values
        for code, values in view.split("model").items()
        if code != "unknown" and any(_known(values))
    }


def _known(values: Measures) -> list[bool]:
    return [values.get(name).state == "known" for name in INDICATORS]


def _too_few(view: View) -> Component:
    if not view.is_prepared("model"):
        return html.P(one_group_only())
    return html.P(
        _("Within this choice there are no two ways of working to set side by side.")
    )


def _rule() -> Component:
    return reading_rule(
        _(
            "the pilots chose their households in different ways. A difference is a "
            "question, not a verdict; where the lines overlap, it can be chance."
        )
    )


def _chart(found: Ways) -> Component:
    shown = [
        name
        for name in INDICATORS
        if any(values.get(name).state == "known" for values in found.values())
    ]
    rows = {
        label: [values.get(name) for name in shown] for label, values in found.items()
    }
    labels = [name_of(one) for one in next(iter(rows.values()))]
    series = [
        figures.Series(
            way,
            [one.value for one in measures],
            theme.SERIES[place % len(theme.SERIES)],
            theme.SYMBOLS[place % len(theme.SYMBOLS)],
            lower=[one.lower for one in measures],
            upper=[one.upper for one in measures],
            texts=[f"{way}: {said(one)}" for one in measures],
        )
        for place, (way, measures) in enumerate(rows.items())
    ]
    table: Table = (
        [_("Indicator"), *rows],
        [
            [label, *(said(measures[at]) for measures in rows.values())]
            for at, label in enumerate(labels)
        ],
    )
    return chart(
        "ways",
        _("Shares by way of working"),
        figures.interval_dots(labels, series),
        summary="; ".join(", ".join(row) for row in table[1]) + ".",
        table=table,
    )


def _link(view: View) -> Component:
    kept = {name: getattr(view.selection, name) for name in ("period", "district")}
    return dcc.Link(
        _("Set two sides beside each other"), href="/vergelijken" + to_search(kept)
    )
