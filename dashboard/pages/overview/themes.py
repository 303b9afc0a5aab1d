"""The headline of every theme: its value, its months, and its place in the region."""

from dataclasses import dataclass

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.charts import month_charts
from dashboard.components.attributes import hook
from dashboard.components.attributes import marks as value_marks
from dashboard.components.card import fraction_line, interval_line, remarks
from dashboard.components.definition import definition
from dashboard.components.spark import sparkline
from dashboard.model.measures import Measure
from dashboard.pages.overview.quality import SCORE, Months, completeness
from dashboard.pages.overview.region import Region, Regions, region_strip
from dashboard.release.view import View
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


@dataclass(frozen=True)
class Theme:
    """A theme, the question a manager asks of it, what answers that, and its page."""

    name: str
    question: str
    indicator_id: str
    path: str


def themes() -> list[Theme]:
    """Return the themes in the order in which a manager asks after them."""
    return [
        Theme(_("Signals"), _("How many signals come in?"), "signals", "/meldingen"),
        Theme(_("Taken up"), _("Are they taken up?"), "taken_up_share", "/bereik"),
        Theme(_("Visits"), _("Are people visited?"), "attempted_share", "/bereik"),
        Theme(_("Reach"), _("Whom do we reach?"), "reached_share", "/bereik"),
        Theme(
            _("Results"),
            _("What do visits bring?"),
            "paid_or_arranged_share",
            "/resultaten",
        ),
        Theme(_("Help"), _("Is help accepted?"), "accepted_share", "/resultaten"),
        Theme(
            _("Bailiff"),
            _("Who ends up at the bailiff?"),
            "bailiff_during_share",
            "/deurwaarder",
        ),
        Theme(
            _("Evictions"),
            _("Who is evicted?"),
            "eviction_executed_share",
            "/deurwaarder",
        ),
        Theme(
            _("Recidivism"),
            _("Do people come back?"),
            "recidivism_signal_6",
            "/terugval",
        ),
    ]


def theme_cards(view: View) -> list[Component]:
    """Return a card per theme."""
    by_month, regions = month_charts.by_month(view), Regions.of(view)
    cards = []
    for theme in themes():
        name = theme.indicator_id
        months = {month: values.get(name) for month, values in by_month.items()}
        region = regions.region(name)
        cards.append(theme_card(view, theme, view.values.get(name), months, region))
    return cards


def registration_card(view: View) -> Component:
    """Return the card of how complete the registration is."""
    question = _("Is all filled in that had to be?")
    theme = Theme(_("Registration"), question, SCORE, "/registratie")
    return theme_card(view, theme, *completeness(view))


def theme_card(
    view: View, theme: Theme, measure: Measure, months: Months, region: Region
) -> Component:
    """Return the card of a theme: its number, its months, its place in the region."""
    link = dcc.Link(theme.question, href=theme.path + view.selection.search)
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
