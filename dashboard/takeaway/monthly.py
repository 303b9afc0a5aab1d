"""The monthly report on a district: a page that is only ever taken away."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.charts import month_charts, noted_chart, remarks
from dashboard.charts.values_table import lowest_and_highest, said
from dashboard.components.chart import Table, chart, empty_chart
from dashboard.components.section import page_head, section
from dashboard.model.measures import Measure
from dashboard.pages.overview.region import Regions
from dashboard.pages.overview.themes import theme_card, themes
from dashboard.pages.registration.checks import doubts
from dashboard.pages.registration.scope import Scope
from dashboard.pages.registration.scores import scores
from dashboard.release.view import View, describe, read_view
from dashboard.server import theme
from dashboard.server.page import Page
from dashboard.server.release_store import Release
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_TRENDS = (
    ("reached_share", "attempted_share"),
    ("paid_or_arranged_share", "accepted_share"),
)


def monthly_page(release: Release, district: str, month: str) -> Page:
    """Return the report on a district in a month `yyyy-mm`, for who asks."""
    whole = read_view(release, {"district": district})
    now = read_view(release, {"district": district, "period": month})
    noted_chart.show_notes_of(whole.selection)
    name = whole.labels("district").get(district, district)
    title = _("Monthly report on %(place)s") % {"place": name}
    return Page(
        title,
        [
            page_head(title, describe(now), whole.values.as_of),
            _headlines(whole, now),
            _region(now, name),
            _trend(whole),
            *_registration(release, district),
            _notes(whole),
        ],
    )


def _headlines(whole: View, now: View) -> Component:
    by_month, regions = month_charts.by_month(whole), Regions.of(now)
    cards = [
        theme_card(
            now,
            one,
            now.values.get(one.indicator_id),
            {month: found.get(one.indicator_id) for month, found in by_month.items()},
            regions.region(one.indicator_id),
        )
        for one in themes()
    ]
    return section(
        "headlines",
        _("This month"),
        _("Each theme in the month of the report, and how it ran before and after."),
        [html.Div(cards, className="themes")],
    )


def _region(now: View, name: str) -> Component:
    """The shares of the month beside those of the region: no other district."""
    region = now.beside(now.selection.with_(district=None))
    pairs = [
        (one.name, now.values.get(one.indicator_id), region.get(one.indicator_id))
        for one in themes()
    ]
    shares = [row for row in pairs if row[1].indicator.is_share and _is_known(row[1:])]
    title = _("The district beside the region")
    if not shares:
        content = empty_chart(title, _("No figures for this choice"))
    else:
        content = chart(
            "region",
            title,
            _dots(shares, (name, _("Region"))),
            summary=lowest_and_highest([(label, here) for label, here, _all in shares]),
            table=_region_table(shares, (name, _("Region"))),
        )
    return section("region", _("Place in the region"), "", [content])


def _is_known(measures: Sequence[Measure]) -> bool:
    return all(one.state == "known" for one in measures)


Rows = Sequence[tuple[str, Measure, Measure]]
Names = tuple[str, str]


def _dots(rows: Rows, names: Names) -> figures.parts.Figure:
    sides = [[row[1] for row in rows], [row[2] for row in rows]]
    return figures.interval_dots(
        [label for label, _here, _all in rows],
        [
            figures.Series(
                name,
                [one.value for one in side],
                theme.SERIES[place],
                theme.SYMBOLS[place],
                lower=[one.lower for one in side],
                upper=[one.upper for one in side],
                texts=[said(one) for one in side],
            )
            for place, (name, side) in enumerate(zip(names, sides, strict=True))
        ],
    )


def _region_table(rows: Rows, names: Names) -> Table:
    head = [_("Theme"), *names, _("95% interval")]
    return head, [
        [label, said(here), said(everywhere), formats.interval(here)]
        for label, here, everywhere in rows
    ]


def _trend(whole: View) -> Component:
    months = month_charts.by_month(whole)
    values = whole.values
    return section(
        "trend",
        _("How it ran"),
        _("Month by month, with the notes of the district."),
        [
            month_charts.counts(
                values, months, [("signals", "")], _("Signals by month")
            ),
            *(
                month_charts.lines(
                    values,
                    months,
                    names,
                    " · ".join(values.indicator(name).label for name in names),
                )
                for names in _TRENDS
            ),
        ],
    )


def _registration(release: Release, district: str) -> list[Component]:
    scope = Scope.of(release, district)
    return [
        doubts(scope),
        scores(scope),
        remarks.explanations(release, scope.parameters, scope.district_names),
    ]


def _notes(whole: View) -> Component:
    found = noted_chart.read_notes(whole.selection)
    items = [
        html.Li(f"{noted_chart.note_text(one)} ({one.written_by})") for one in found
    ]
    nothing = html.P(_("Nobody wrote a note yet."))
    return section(
        "notes",
        _("Notes"),
        _("What happened in a month, for who reads its figures"),
        [html.Ul(items) if items else nothing],
    )
