"""The headline of every theme: its value, its months, and its place in the region."""

from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.components.attributes import hook
from dashboard.components.attributes import marks as value_marks
from dashboard.components.card import fraction_line, interval_line, remarks
from dashboard.components.definition import definition
from dashboard.components.spark import sparkline
from dashboard.i18n import gettext as _
from dashboard.measures import Measure
from dashboard.pages import month_charts
from dashboard.pages.overview_quality import SCORE, Months, completeness
from dashboard.pages.overview_region import Region, Regions, region_strip
from dashboard.pages.scaffold import View


@dataclass(frozen=True)
class Theme:
    """A theme of the monitor, the indicator that heads it, and its page."""

    name: str
    indicator_id: str
    path: str


def themes() -> list[Theme]:
    """Return the themes in the order in which a manager asks after them."""
    return [
        Theme(_("Signals"), "signals", "/meldingen"),
        Theme(_("Reach"), "reached_share", "/bereik"),
        Theme(_("Visits"), "attempted_share", "/bereik"),
        Theme(_("Results"), "paid_or_arranged_share", "/resultaten"),
        Theme(_("Help"), "accepted_share", "/resultaten"),
        Theme(_("Bailiff"), "bailiff_during_share", "/deurwaarder"),
        Theme(_("Evictions"), "eviction_executed_share", "/deurwaarder"),
        Theme(_("Recidivism"), "recidivism_signal_6", "/terugval"),
    ]


def theme_cards(view: View) -> list[Component]:
    """Return a card per theme, with that of the registration last."""
    by_month, regions = month_charts.by_month(view), Regions.of(view)
    cards = []
    for theme in themes():
        name = theme.indicator_id
        months = {month: values.get(name) for month, values in by_month.items()}
        region = regions.region(name)
        cards.append(theme_card(view, theme, view.values.get(name), months, region))
    quality = Theme(_("Registration"), SCORE, "/registratie")
    return [*cards, theme_card(view, quality, *completeness(view))]


def theme_card(
    view: View, theme: Theme, measure: Measure, months: Months, region: Region
) -> Component:
    """Return the card of a theme: its number, its months, its place in the region."""
    link = dcc.Link(theme.name, href=theme.path + view.selection.search)
    return html.Article(
        [
            html.Div(
                [
                    html.H2(link, className="theme-name"),
                    definition(measure.indicator, measure),
                ],
                className="card-head",
            ),
            html.P(measure.indicator.label, className="theme-indicator"),
            html.P(
                formats.headline(measure),
                className="card-value",
                **hook("value", measure.value),
            ),
            html.P(fraction_line(measure), className="card-fraction"),
            interval_line(measure),
            _months(months),
            region_strip(measure, region),
            remarks(measure),
        ],
        className=f"theme card-{measure.state}",
        **value_marks(measure),
    )


def _months(months: Months) -> Component:
    known = [month for month, one in months.items() if one.value is not None]
    if not known:
        return html.P(_("No figures per month"), className="spark-text")
    first, last = known[0], known[-1]
    text = _("%(first)s in %(start)s, %(last)s in %(end)s") % {
        "first": formats.headline(months[first]),
        "start": formats.month(first, is_short=True),
        "last": formats.headline(months[last]),
        "end": formats.month(last, is_short=True),
    }
    return sparkline([one.value for one in months.values()], text)
