"""The overview of a district and a pilot: from signal to what came after."""

from dash.development.base_component import Component

from dashboard import queries, views
from dashboard.components.card import cards
from dashboard.components.filters import choice, filter_bar
from dashboard.components.section import message, page_head, pair, section
from dashboard.i18n import gettext as _
from dashboard.i18n import language
from dashboard.measures import Measures
from dashboard.pages import overview_charts as charts
from dashboard.pages.page import Page
from dashboard.selection import Options, Selection
from dashboard.store import Release

PATH = "/"


def title() -> str:
    """Return the name of the page."""
    return _("Overview")


def render(release: Release, query: dict[str, str]) -> Page:
    """Build the overview of what `query` selects."""
    options = queries.options(release)
    selection = Selection.from_query(query, options)
    values = views.measures(release, selection, language())
    districts = queries.district_labels(release, language())
    pilots = queries.pilot_labels(release, language())
    content = [
        page_head(title(), _describe(selection, districts, pilots), values.as_of),
        _filters(selection, options, districts, pilots),
        *(_sections(release, selection, values) if values.values else [_nothing()]),
    ]
    return Page(title(), content, selection.search)


def _describe(
    selection: Selection, districts: dict[str, str], pilots: dict[str, str]
) -> str:
    parts = [
        pilots.get(selection.pilot or "", _("All pilots")),
        districts.get(selection.district or "", _("All districts")),
        str(selection.year) if selection.year else _("Whole period"),
    ]
    return " · ".join(parts)


def _filters(
    selection: Selection,
    options: Options,
    districts: dict[str, str],
    pilots: dict[str, str],
) -> Component:
    def named(codes: tuple[str, ...], names: dict[str, str]) -> list[tuple[str, str]]:
        return [(code, names.get(code, code)) for code in codes]

    year = str(selection.year) if selection.year else None
    years = [(str(one), str(one)) for one in options.years]
    return filter_bar(
        [
            choice(
                "district",
                _("District"),
                selection.district,
                named(options.districts, districts),
                _("All districts"),
            ),
            choice(
                "pilot",
                _("Pilot"),
                selection.pilot,
                named(options.pilots, pilots),
                _("All pilots"),
            ),
            choice("year", _("Year"), year, years, _("Whole period")),
        ],
        PATH,
    )


def _nothing() -> Component:
    return message(
        _("No figures for this choice"),
        _(
            "No delivery in this release holds signals for this combination. "
            "Choose another district, pilot or year."
        ),
    )


def _sections(
    release: Release, selection: Selection, values: Measures
) -> list[Component]:
    series = views.months(
        release,
        selection,
        ["signals", "evictions_executed", "evictions_averted"],
    )
    return [
        _signals(values, series),
        _reach(values),
        _outcome(values),
        _bailiff(values),
        _evictions(values, series),
        _after(values),
    ]


def _signals(values: Measures, series: charts.Months) -> Component:
    names = [
        "signals",
        "households",
        "signals_per_month",
        "arrears_mean",
        "repeat_share",
    ]
    return section(
        "signals",
        _("Signals"),
        _("What came in, and how far it got. More signals can be good news."),
        [
            cards(values.get(name) for name in names),
            pair(charts.signals_per_month(values, series), charts.funnel(values)),
        ],
    )


def _reach(values: Measures) -> Component:
    names = [
        "taken_up_share",
        "attempted_share",
        "second_attempt_share",
        "at_home_share",
        "reached_share",
    ]
    return section(
        "reach",
        _("Reach and visits"),
        _("Whom a visit was tried at, who opened, and who was reached at all."),
        [
            cards(values.get(name) for name in names),
            pair(
                charts.shares(values, "reached_by_channel", _("Reached, by channel")),
                charts.shares(
                    values, "not_attempted_reason", _("Why there was no visit")
                ),
            ),
        ],
    )


def _outcome(values: Measures) -> Component:
    names = [
        "paid_or_arranged_share",
        "madi_contact_share",
        "accepted_share",
        "trajectory_share",
        "known_before_share",
    ]
    return section(
        "outcome",
        _("What a visit brought"),
        _(
            "Households were chosen for a visit: these figures are not "
            "the effect of the visit."
        ),
        [cards(values.get(name) for name in names)],
    )


def _bailiff(values: Measures) -> Component:
    names = [
        "bailiff_during_share",
        "bailiff_after_share",
        "bailiff_none_share",
    ]
    return section(
        "bailiff",
        _("Bailiff"),
        _("Households that came to the bailiff before, during and after the pilot."),
        [
            cards(values.get(name) for name in names),
            pair(
                charts.shares(
                    values, "bailiff_before", _("Bailiff before the first signal")
                ),
                charts.shares(values, "bailiff_stage", _("Furthest step reached")),
            ),
        ],
    )


def _evictions(values: Measures, series: charts.Months) -> Component:
    names = [
        "evictions_announced",
        "evictions_executed",
        "evictions_averted",
        "eviction_executed_share",
    ]
    target = [
        "target_evictions_announced",
        "target_evictions_executed",
        "target_evictions_averted",
    ]
    return section(
        "evictions",
        _("Evictions"),
        _(
            "All evictions of the district, from the city register; those of the "
            "target group stand apart."
        ),
        [
            cards(values.get(name) for name in names),
            charts.evictions_per_month(values, series),
            cards(values.get(name) for name in target),
        ],
    )


def _after(values: Measures) -> Component:
    names = [
        "households_followed",
        "arrears_again_share",
        "arrears_again_known_share",
        "terug_bemiddeld_share",
    ]
    return section(
        "after",
        _("Afterwards"),
        _("Only households whose whole window has been observed are counted."),
        [
            cards(values.get(name) for name in names),
            charts.recidivism(values),
        ],
    )
